from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ledger.models import Event, Job, Outbox


class ReadOnly(admin.ModelAdmin[Any]):
    """Records are read, never edited by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Event)
class EventAdmin(ReadOnly):
    list_display = ["at", "verb", "subject_kind", "subject_id", "actor_id"]
    list_filter = ["verb", "subject_kind"]
    date_hierarchy = "at"


@admin.register(Outbox)
class OutboxAdmin(ReadOnly):
    list_display = ["event_id", "handler", "state", "attempts", "due_at", "error"]
    list_filter = ["state", "handler"]


@admin.register(Job)
class JobAdmin(ReadOnly):
    list_display = ["created_at", "kind", "state", "done", "total", "finished_at", "error"]
    list_filter = ["kind", "state"]
