"""Staff read which answers there are and how they stand; what was written is between the two."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from matching.tenders.models import Answer


@admin.register(Answer)
class AnswerAdmin(ReadOnly):
    list_display = [
        plain("id"),
        plain("opening_id"),
        plain("candidacy_id"),
        "state",
        "headcount",
        "usd",
        "starts_on",
        "sent_at",
        "decided_at",
    ]
    list_filter = ["state", "because"]
    search_fields = ["=opening__external_id"]
    search_help_text = _("The exact external id of the tender")
    ordering = ["-id"]
    fields = [
        *("opening", "candidacy", "state", "headcount", "usd", "starts_on", "because"),
        *("introduction", "sent_at", "decided_at"),
    ]
