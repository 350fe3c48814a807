from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MailQuerySet(models.QuerySet["Mail"]):
    def pending(self) -> "MailQuerySet":
        return self.filter(state=Mail.State.PENDING)

    def due(self) -> "MailQuerySet":
        return self.pending().filter(due_at__lte=timezone.now()).order_by("due_at", "pk")


class Mail(models.Model):
    """One message to one recipient; the row is the truth, a Celery message only a kick.

    Plain text is the product, `html` an optional twin. What it said is forgotten once it is
    sent, except in a demo, where there is no other place to read it.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        SENT = "sent"
        FAILED = "failed"

    MOST_ATTEMPTS = 12
    LONGEST_PAUSE = timedelta(hours=1)

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes: ClassVar = [
            models.Index(fields=["due_at"], name="mail_due", condition=models.Q(state="pending"))
        ]

    def __str__(self) -> str:
        return f"Mail {self.pk}: {self.state}"

    def succeed(self) -> None:
        self.state, self.sent_at, self.error = self.State.SENT, timezone.now(), ""
        if not settings.MAIL_KEEPS_TEXT:
            self.text = self.html = ""
        self.save(update_fields=["state", "sent_at", "error", "text", "html"])

    def fail(self, error: Exception) -> None:
        """Try again later (20, 40, 80 seconds ... an hour); only the error's class is kept."""
        self.attempts += 1
        self.error = type(error).__name__
        pause = min(timedelta(seconds=10 * 2**self.attempts), self.LONGEST_PAUSE)
        self.due_at = timezone.now() + pause
        if self.attempts >= self.MOST_ATTEMPTS:
            self.state = self.State.FAILED
        self.save(update_fields=["attempts", "error", "due_at", "state"])
