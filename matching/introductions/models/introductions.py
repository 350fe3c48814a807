import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.introductions.queries import IntroductionQuerySet
from matching.models import Candidacy, Opening
from profiles.models import Profile
from profiles.steps import Step

LONGEST = 300


class Introduction(models.Model):
    """One side of a pair asks the other to meet; the other answers before `due_at`.

    `message` is personal text: it is read by the two parties alone, and is in no event.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for an answer")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        EXPIRED = "expired", _("No answer in time")
        ENDED = "ended", _("Ended")
        LAPSED = "lapsed", _("Not possible any more")

    class Purpose(models.TextChoices):
        TALK = "talk", _("A first talk")
        INTERVIEW = "interview", _("An interview")
        ADVICE = "advice", _("Advice")
        TERMS = "terms", _("To talk about terms")
        VISIT = "visit", _("To see the work or the team")

    class Because(models.TextChoices):
        """Why it was declined or ended; the other side reads it."""

        NO_TIME = "no_time", _("No time at present")
        NO_FIT = "no_fit", _("It does not fit")
        TERMS = "terms", _("The terms do not suit")
        TAKEN = "taken", _("The place is taken")
        UNAVAILABLE = "unavailable", _("No new talks at present")
        DONE = "done", _("What it was for is done")
        OTHER = "other", _("Another reason")

    class Takes(models.TextChoices):
        """What it takes of its opening while it is accepted."""

        TALK = "talk", _("One of the talks at once")
        PLACE = "place", _("A place")
        NOTHING = "nothing", _("Nothing any more")

    LIVE = (State.WAITING, State.ACCEPTED)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="introductions")
    candidacy = models.ForeignKey(Candidacy, on_delete=models.PROTECT, related_name="introductions")
    asker = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="asked_by_it")
    asked = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="asked_of_it")
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices)
    message = models.CharField(_("message"), max_length=LONGEST)
    shares = models.PositiveSmallIntegerField(
        _("what the asker shows"), choices=Step.choices, default=Step.REGION
    )
    because = models.CharField(_("because"), max_length=12, choices=Because.choices, blank=True)
    hours = models.PositiveSmallIntegerField(
        _("hours a month"), help_text=_("What it takes of a volunteer's month once accepted.")
    )
    takes = models.CharField(
        _("takes of the opening, once accepted"),
        max_length=10,
        choices=Takes.choices,
        default=Takes.TALK,
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    due_at = models.DateTimeField(_("answer due at"), null=True, blank=True)
    remind_at = models.DateTimeField(_("next reminder at"), null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(_("reminders sent"), default=0)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["opening", "candidacy"],
                condition=models.Q(state__in=("waiting", "accepted")),
                name="one_live_introduction_per_pair",
            ),
            models.CheckConstraint(
                condition=~models.Q(asker=models.F("asked")), name="nobody_asks_oneself"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["asked", "state", "-asked_at"], name="introductions_received"),
            models.Index(fields=["asker", "state", "-asked_at"], name="introductions_sent"),
            models.Index(
                fields=["due_at"], name="introductions_due", condition=models.Q(state="waiting")
            ),
            models.Index(
                fields=["remind_at"],
                name="introductions_to_remind",
                condition=models.Q(state="waiting"),
            ),
        ]

    def __str__(self) -> str:
        return f"Introduction {self.pk}"

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE

    @property
    def has_thread(self) -> bool:
        """Whether the two could write to each other, now or before it was over."""
        was_accepted = self.state == self.State.LAPSED and self.answered_at is not None
        return was_accepted or self.state in (self.State.ACCEPTED, self.State.ENDED)

    @property
    def is_stopped(self) -> bool:
        """Whether its clock stands still, because of an outage whose end nobody knows."""
        return self.state == self.State.WAITING and self.due_at is None

    def party(self, profile_id: int) -> Profile:
        """The other one of the two."""
        return self.asked if profile_id == self.asker_id else self.asker
