from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ledger.models.events import Event


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
        verbose_name = _("news to deliver")
        verbose_name_plural = _("news to deliver")
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
