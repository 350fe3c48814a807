import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.introductions.models.introductions import Introduction
from profiles.models import Profile

LONGEST_MESSAGE = 2000


class Message(models.Model):
    """What one of the two wrote to the other once they were introduced.

    `text` is personal: it is read by the two parties alone, and of a reported one by staff; it is
    in no event, mail, log or list. `public_id` comes with the form, so that it is sent once.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    introduction = models.ForeignKey(
        Introduction, on_delete=models.PROTECT, related_name="messages"
    )
    sender = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField(_("text"), max_length=LONGEST_MESSAGE)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes: ClassVar = [models.Index(fields=["introduction", "-id"], name="thread_newest")]

    def __str__(self) -> str:
        return f"Message {self.pk}"


class ReadMark(models.Model):
    """How far one account has read one thread."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    introduction = models.ForeignKey(
        Introduction, on_delete=models.PROTECT, related_name="read_marks"
    )
    read_until = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "introduction"], name="one_read_mark_an_account_and_thread"
            )
        ]

    def __str__(self) -> str:
        return f"ReadMark {self.pk}"
