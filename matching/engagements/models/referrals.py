import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.models.engagements import Engagement
from matching.engagements.referrals.queries import ReferralQuerySet
from matching.introductions.models import Introduction

LONGEST_SENTENCE = 200


class Referral(models.Model):
    """A client's word for the firm of a contract, behind a link that the client hands on.

    The client is the engagement's owner, the firm its candidate. Whoever holds the link reads
    `sentence`; no event does. `introduction` is the first that was asked for through it.
    """

    class State(models.TextChoices):
        LIVE = "live", _("Open")
        STOPPED = "stopped", _("Stopped")
        EXPIRED = "expired", _("Past its last day")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="referrals")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sentence = models.CharField(_("sentence"), max_length=LONGEST_SENTENCE)
    language = models.CharField(_("language of the text"), max_length=5, choices=settings.LANGUAGES)
    names_client = models.BooleanField(_("with the client's name"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.LIVE)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    until = models.DateField(_("until"))
    introduction = models.OneToOneField(
        Introduction, null=True, blank=True, on_delete=models.PROTECT, related_name="referral"
    )

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        indexes: ClassVar = [
            models.Index(
                fields=["until"], name="referrals_to_expire", condition=models.Q(state="live")
            )
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.pk}"
