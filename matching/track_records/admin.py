"""Staff read what is in a record, and where it came from; an investor alone changes it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from matching.track_records.models import PastInvestment


@admin.register(PastInvestment)
class PastInvestmentAdmin(ReadOnly):
    list_display = [
        plain("id"),
        plain("profile_id"),
        plain("year"),
        "stage",
        "source",
        "is_struck",
    ]
    list_filter = ["source", "stage", "is_struck"]
    search_fields = ["=profile__external_id", "=external_id"]
    search_help_text = _("The exact external id of the investor or of the round")
    ordering = ["-id"]
    fields = [
        *("profile", "external_id", "source", "year", "stage", "sectors"),
        *("governorate", "is_struck"),
        *("created_at", "updated_at"),
    ]
