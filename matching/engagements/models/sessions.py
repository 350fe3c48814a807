import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.models.engagements import Engagement
from matching.engagements.sessions.queries import AbsenceQuerySet, SessionQuerySet
from profiles.models import Profile

LONGEST_LOG = 1000
MOST_TIMES = 3


class Session(models.Model):
    """The two of an engagement meet: one proposes up to three times, the other books one of them.

    times, starts_at: starts, in UTC; `starts_at` is the one that was booked. `text` is what was
    talked about: personal, read by the two alone, in no event, mail, log or list. `sequence` counts
    how often a calendar entry changed.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Times proposed")
        BOOKED = "booked", _("Booked")
        HELD = "held", _("Held")
        MISSED = "missed", _("Missed")
        CANCELLED = "cancelled", _("Cancelled")
        SUPERSEDED = "superseded", _("Other times proposed")

    class Minutes(models.IntegerChoices):
        HALF_AN_HOUR = 30, _("30 minutes")
        THREE_QUARTERS = 45, _("45 minutes")
        AN_HOUR = 60, _("60 minutes")

    class Medium(models.TextChoices):
        """What works on a weak line comes first."""

        AUDIO = "audio", _("A call without picture")
        TEXT = "text", _("Written, in a chat")
        VIDEO = "video", _("A video call")
        IN_PERSON = "in_person", _("In person")

    class Because(models.TextChoices):
        """Why it was cancelled; the other side reads it."""

        NO_TIME = "no_time", _("No time on that day")
        NO_LINE = "no_line", _("No line or no power")
        UNWELL = "unwell", _("Not well")
        NO_NEED = "no_need", _("Not needed any more")
        OVER = "over", _("What it belonged to is over")
        OTHER = "other", _("Another reason")

    OPEN = (State.PROPOSED, State.BOOKED)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="sessions")
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.PROPOSED
    )
    proposed_by = models.ForeignKey(
        Profile, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    minutes = models.PositiveSmallIntegerField(_("length"), choices=Minutes.choices)
    medium = models.CharField(_("how"), max_length=10, choices=Medium.choices)
    times = ArrayField(
        models.DateTimeField(), size=MOST_TIMES, default=list, verbose_name=_("proposed times")
    )
    starts_at = models.DateTimeField(_("starts at"), null=True, blank=True)
    because = models.CharField(_("because"), max_length=10, choices=Because.choices, blank=True)
    settled_by = models.ForeignKey(
        Profile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("cancelled, or said how it went"),
    )
    minutes_held = models.PositiveSmallIntegerField(_("minutes held"), null=True, blank=True)
    text = models.CharField(_("what was talked about"), max_length=LONGEST_LOG, blank=True)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    sequence = models.PositiveSmallIntegerField(_("changes in calendars"), default=0)
    proposed_at = models.DateTimeField(_("proposed at"), default=timezone.now)
    booked_at = models.DateTimeField(_("booked at"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    remind_at = models.DateTimeField(_("reminder at"), null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(times__len__gte=1, times__len__lte=MOST_TIMES),
                name="a_session_has_one_to_three_times",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("booked", "held", "missed"))
                | models.Q(starts_at__isnull=False),
                name="what_is_booked_has_its_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("proposed", "superseded"))
                | models.Q(starts_at__isnull=True),
                name="what_is_proposed_has_no_time_yet",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["remind_at"], name="sessions_to_remind", condition=models.Q(state="booked")
            ),
            models.Index(fields=["engagement", "state", "starts_at"], name="sessions_by_time"),
        ]

    def __str__(self) -> str:
        return f"Session {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    def has_begun(self, now: datetime) -> bool:
        """Whether it was booked for a time that has come."""
        return self.starts_at is not None and self.starts_at <= now

    def has_times_left(self, now: datetime) -> bool:
        """Whether one of the proposed times is still to come."""
        return any(at > now for at in self.times)

    @property
    def ends_at(self) -> datetime | None:
        """When it is to end, of one that was booked."""
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)


class Absence(models.Model):
    """Somebody did not come to a session that was booked.

    It is not counted where an outage was declared for their governorate at that time. Only they
    themselves and programme staff read how often it was; nothing follows by itself.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="absences")
    profile = models.ForeignKey(
        Profile, on_delete=models.PROTECT, related_name="absences", verbose_name=_("who")
    )
    is_excused = models.BooleanField(_("excused by an outage"), default=False)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "profile"], name="one_absence_a_session_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"Absence {self.pk}"
