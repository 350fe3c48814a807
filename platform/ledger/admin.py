from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ledger.models import Event, Job, Mail, Notification, Outbox, PrivateFile
from ledger.staff import ReadOnly, plain


@admin.register(Event)
class EventAdmin(ReadOnly):
    list_display = ["at", "verb", "subject_kind", plain("subject_id"), plain("actor_id")]
    list_filter = ["verb", "subject_kind"]
    search_fields = ["=subject_id", "=actor__id"]
    search_help_text = _("Key of a subject or of the account that acted")
    date_hierarchy = "at"
    ordering = ["-at"]


@admin.register(Outbox)
class OutboxAdmin(ReadOnly):
    list_display = [
        plain("id"),
        plain("event_id"),
        "handler",
        "state",
        "attempts",
        "due_at",
        "error",
    ]
    list_filter = ["state", "handler"]
    ordering = ["-id"]
    actions = ["try_again"]

    @admin.action(description=_("Try again those that failed"), permissions=["view"])
    def try_again(self, request: HttpRequest, rows: "QuerySet[Any]") -> None:
        """Beat delivers them within seconds; delivering twice changes nothing."""
        failed = rows.filter(state=Outbox.State.FAILED)
        count = failed.update(state=Outbox.State.PENDING, attempts=0, due_at=timezone.now())
        said = ngettext("%d row is tried again.", "%d rows are tried again.", count) % count
        self.message_user(request, said, messages.SUCCESS)


@admin.register(Notification)
class NotificationAdmin(ReadOnly):
    """Who was told of which event, and when it was read; what it said is made for its reader."""

    list_display = [
        plain("id"),
        "created_at",
        "kind",
        plain("user_id"),
        plain("event_id"),
        "read_at",
        "mailed_at",
    ]
    list_filter = ["kind"]
    search_fields = ["=user__id", "=event__id"]
    search_help_text = _("Key of the account or of the event")
    raw_id_fields = ["user"]
    ordering = ["-id"]


@admin.register(Job)
class JobAdmin(ReadOnly):
    list_display = [
        plain("id"),
        "created_at",
        "kind",
        "state",
        "done",
        "total",
        "finished_at",
        "error",
    ]
    list_filter = ["state", "kind"]
    ordering = ["-id"]


@admin.register(Mail)
class MailAdmin(ReadOnly):
    """Whether mail goes out; to whom and what it says is nobody's business here."""

    list_display = [plain("id"), "created_at", "state", "attempts", "due_at", "sent_at", "error"]
    list_filter = ["state"]
    fields = ["created_at", "state", "attempts", "due_at", "sent_at", "error"]
    ordering = ["-id"]


@admin.register(PrivateFile)
class PrivateFileAdmin(ReadOnly):
    """Names of files are personal: they are read where the file is."""

    list_display = [plain("id"), "created_at", "purpose", plain("owner_id"), "media_type", "size"]
    list_filter = ["purpose", "media_type"]
    search_fields = ["=owner__id"]
    search_help_text = _("Key of the account that owns it")
    exclude = ["name", "owner"]
    ordering = ["-id"]
