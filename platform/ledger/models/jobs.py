from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


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
        verbose_name = _("long job")
        verbose_name_plural = _("long jobs")
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

    def start(self, *, total: int, **result: Any) -> None:
        """Begin, also again; `result` is what is known of it so far."""
        self.state, self.started_at = self.State.RUNNING, timezone.now()
        self.done, self.total, self.result = 0, total, result
        self.save(update_fields=["state", "started_at", "done", "total", "result"])

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
