"""What happened (Event), what must still happen (Outbox) and long work in progress (Job)."""

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone


class Event(models.Model):
    """One append-only row an action: who, verb, subject ids and codes; never personal text.

    A row trigger (migration 0002) refuses UPDATE and DELETE.
    """

    at = models.DateTimeField(db_default=Now(), db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    codes = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject_kind", "subject_id", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_id or ''}".strip()


class OutboxQuerySet(models.QuerySet["Outbox"]):
    def due(self) -> "OutboxQuerySet":
        return self.filter(state=Outbox.State.PENDING, due_at__lte=timezone.now())


class Outbox(models.Model):
    """One handler still owed to one event; the row is the truth, a Celery message only a kick."""

    class State(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        FAILED = "failed"

    MOST_ATTEMPTS = 8

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="outbox")
    handler = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "outbox"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "handler"], name="one_row_per_handler")
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_at"], name="outbox_due", condition=models.Q(state="pending"))
        ]

    def __str__(self) -> str:
        return f"{self.handler} for event {self.event_id}: {self.state}"

    def succeed(self) -> None:
        self.state, self.done_at, self.error = self.State.DONE, timezone.now(), ""
        self.save(update_fields=["state", "done_at", "error"])

    def fail(self, error: Exception) -> None:
        """Try again later (2, 4, 8 ... seconds); only the error's class is kept, never its text."""
        self.attempts += 1
        self.error = type(error).__name__
        self.due_at = timezone.now() + timedelta(seconds=2**self.attempts)
        if self.attempts >= self.MOST_ATTEMPTS:
            self.state = self.State.FAILED
        self.save(update_fields=["attempts", "error", "due_at", "state"])


class Job(models.Model):
    """Long work that a person may watch: n of N, who started it, what came of it."""

    class State(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=60, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    result: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("total")), name="done_within_total"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.state}, {self.done} of {self.total}"

    @property
    def is_over(self) -> bool:
        return self.state in (self.State.DONE, self.State.FAILED)

    def start(self, *, total: int) -> None:
        self.state, self.started_at = self.State.RUNNING, timezone.now()
        self.done, self.total = 0, total
        self.save(update_fields=["state", "started_at", "done", "total"])

    def finish(self, **result: Any) -> None:
        self.state, self.finished_at, self.result = self.State.DONE, timezone.now(), result
        self.save(update_fields=["state", "finished_at", "result"])

    def fail(self, error: Exception) -> None:
        self.state, self.finished_at, self.error = (
            self.State.FAILED,
            timezone.now(),
            type(error).__name__,
        )
        self.save(update_fields=["state", "finished_at", "error"])
