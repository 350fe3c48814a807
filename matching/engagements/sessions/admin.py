"""Staff's doors: sessions without what was talked about, and who did not come how often."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from matching.engagements.models import Absence, Session


@admin.register(Session)
class SessionAdmin(ReadOnly):
    """When the two meet and what became of it; what they wrote down is between them."""

    list_display = [
        plain("id"),
        plain("engagement_id"),
        "state",
        "medium",
        "minutes",
        "starts_at",
        "minutes_held",
    ]
    list_filter = ["state", "medium"]
    ordering = ["-id"]
    fields = [
        *("engagement", "state", "proposed_by", "medium", "minutes", "times", "starts_at"),
        *("because", "settled_by", "minutes_held", "proposed_at", "booked_at", "settled_at"),
        *("remind_at", "sequence"),
    ]


class Often(admin.SimpleListFilter):
    """Those to talk to; nothing follows by itself."""

    title = _("how often")
    parameter_name = "often"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("lately", _("Three or more in 90 days, none excused"))]

    def queryset(self, request: HttpRequest, rows: "QuerySet[Absence]") -> "QuerySet[Absence]":
        if self.value() != "lately":
            return rows
        often: QuerySet[Absence] = Absence.objects.of_those_often_absent(timezone.now())
        return rows.filter(pk__in=often.values("pk"))


@admin.register(Absence)
class AbsenceAdmin(ReadOnly):
    """Who did not come to what was booked, as one of the two wrote down."""

    list_display = [plain("id"), plain("session_id"), plain("profile_id"), "is_excused"]
    list_filter = [Often, "is_excused"]
    ordering = ["-id"]
    fields = ["session", "profile", "is_excused"]
