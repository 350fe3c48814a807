import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.tenders.queries import AnswerQuerySet
from profiles.models import Consent, Profile
from profiles.steps import Step

LONGEST = 1000


class Answer(models.Model):
    """A local firm answers a tender; the company reads it under an alias made of `public_id`.

    `text` is personal: it is read by the two parties alone, and is in no event, mail or list.
    `public_id` comes with the form, so that it is sent once. `usd` is what one person costs a
    month, in whole US dollars. `consent` is what the firm let the company read for its answers.
    """

    class State(models.TextChoices):
        SENT = "sent", _("Sent")
        SHORTLISTED = "shortlisted", _("On the shortlist")
        AWARDED = "awarded", _("Awarded")
        DECLINED = "declined", _("Not chosen")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CLOSED = "closed", _("Closed")

    class Because(models.TextChoices):
        """Why it was declined or closed; the firm reads it."""

        SKILLS = "skills", _("The skills do not fit")
        RATE = "rate", _("The rate is too high")
        SIZE = "size", _("The team is too small")
        START = "start", _("The start is too late")
        OTHER = "other", _("Another reason")
        TAKEN = "taken", _("The tender is awarded")
        SHUT = "shut", _("The tender is closed")

    LIVE = (State.SENT, State.SHORTLISTED, State.AWARDED)

    given: int | None
    """How far the firm lets the company read, by consent; where `with_sides` fetched it."""
    owner_is_seen: bool
    """Whether the reader may know of the company, likewise."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="answers")
    candidacy = models.ForeignKey(Candidacy, on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(_("state"), max_length=11, choices=State.choices, default=State.SENT)
    headcount = models.PositiveSmallIntegerField(_("people"))
    usd = models.PositiveIntegerField(_("rate a month per person, USD"))
    starts_on = models.DateField(_("starts on"))
    text = models.CharField(_("text"), max_length=LONGEST)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    because = models.CharField(_("because"), max_length=10, choices=Because.choices, blank=True)
    consent = models.ForeignKey(
        Consent, null=True, blank=True, on_delete=models.SET_NULL, related_name="answers"
    )
    introduction = models.OneToOneField(
        Introduction, null=True, blank=True, on_delete=models.PROTECT, related_name="answer"
    )
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a tender")
        verbose_name_plural = _("answers to tenders")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["opening", "candidacy"],
                condition=models.Q(state__in=("sent", "shortlisted", "awarded")),
                name="one_live_answer_per_tender",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="awarded") | models.Q(introduction__isnull=False),
                name="an_awarded_answer_is_introduced",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["opening", "state", "-sent_at"], name="answers_of_a_tender"),
            models.Index(fields=["candidacy", "-sent_at"], name="answers_of_a_firm"),
        ]

    def __str__(self) -> str:
        return f"Answer {self.pk}"

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE

    @property
    def firm(self) -> Profile:
        return self.candidacy.profile

    @property
    def owner(self) -> Profile:
        return self.opening.owner

    @property
    def is_named(self) -> bool:
        """Whether the firm itself let this company read its name; a public name counts nothing."""
        return self.given is not None and self.given >= Step.NAME

    @property
    def alias(self) -> str:
        """Made of the answer alone: that of the profile would lead to the profile."""
        return _("Team %(code)s") % {"code": self.public_id.hex[:4].upper()}
