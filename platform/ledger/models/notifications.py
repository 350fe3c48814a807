from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ledger.models.events import Event


class NotificationQuerySet(models.QuerySet["Notification"]):
    def of(self, user_id: int) -> "NotificationQuerySet":
        return self.filter(user=user_id)

    def unread(self) -> "NotificationQuerySet":
        return self.filter(read_at__isnull=True)

    def newest_first(self) -> "NotificationQuerySet":
        return self.select_related("event").order_by("-pk")


class Notification(models.Model):
    """One event, told to one account. What it says is made when it is read and stored nowhere.

    `ledger.telling` writes these rows; `kind` is the verb of the event, so that mail is chosen
    without a look at events.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="notifications")
    kind = models.CharField(max_length=60)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "event"], name="an_event_is_told_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "-id"], name="notifications_newest"),
            models.Index(
                fields=["user"],
                name="notifications_unread",
                condition=models.Q(read_at__isnull=True),
            ),
            models.Index(
                fields=["created_at"],
                name="notifications_to_mail",
                condition=models.Q(read_at__isnull=True, mailed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Notification {self.pk}"

    @property
    def is_unread(self) -> bool:
        return self.read_at is None
