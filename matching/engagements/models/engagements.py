import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.queries import EngagementQuerySet
from matching.introductions.models import Introduction
from profiles.models import Profile


class Engagement(models.Model):
    """What came of an introduction: a hire, contract, placement, investment, or mentoring.

    One of the two states it, the other confirms; what was agreed on is in its `agreements`.
    `owner` is whose the opening is, `candidate` whose the candidacy; `pairing` says which outcome
    it is. All three are the introduction's, kept here because lists and figures ask for them.
    """

    class State(models.TextChoices):
        STATED = "stated", _("Waits to be confirmed")
        RUNNING = "running", _("Runs")
        COMPLETED = "completed", _("Completed")
        ENDED = "ended", _("Ended early")
        DROPPED = "dropped", _("Not confirmed")

    class Because(models.TextChoices):
        """Why it ended early; the other side reads it."""

        TERMS = "terms", _("The terms changed")
        NO_FIT = "no_fit", _("It did not fit")
        NO_TIME = "no_time", _("No time any more")
        MONEY = "money", _("The money ended or was not paid")
        DANGER = "danger", _("Outage, closure or danger")
        GONE = "gone", _("One of the two is not here any more")
        OTHER = "other", _("Another reason")

    LIVE = (State.STATED, State.RUNNING)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    introduction = models.ForeignKey(
        Introduction, on_delete=models.PROTECT, related_name="engagements"
    )
    pairing = models.CharField(_("pairing"), max_length=20)
    owner = models.ForeignKey(
        Profile,
        on_delete=models.PROTECT,
        related_name="engagements_offered",
        verbose_name=_("owner of the opening"),
    )
    candidate = models.ForeignKey(
        Profile,
        on_delete=models.PROTECT,
        related_name="engagements_sought",
        verbose_name=_("candidate"),
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.STATED)
    because = models.CharField(_("because"), max_length=10, choices=Because.choices, blank=True)
    stated_at = models.DateTimeField(_("stated at"), default=timezone.now)
    began_on = models.DateField(_("first day"), null=True, blank=True)
    ended_on = models.DateField(_("last day"), null=True, blank=True)

    objects = EngagementQuerySet.as_manager()

    class Meta:
        verbose_name = _("engagement")
        verbose_name_plural = _("engagements")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["introduction"],
                condition=models.Q(state__in=("stated", "running")),
                name="one_live_engagement_per_introduction",
            ),
            models.CheckConstraint(
                condition=~models.Q(owner=models.F("candidate")), name="nobody_engages_oneself"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("stated", "dropped"))
                | models.Q(began_on__isnull=False),
                name="what_was_confirmed_has_its_first_day",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["owner", "state", "-stated_at"], name="engagements_offered"),
            models.Index(fields=["candidate", "state", "-stated_at"], name="engagements_sought"),
        ]

    def __str__(self) -> str:
        return f"Engagement {self.pk}"

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING

    def party(self, profile_id: int) -> Profile:
        """The other one of the two."""
        return self.candidate if profile_id == self.owner_id else self.owner
