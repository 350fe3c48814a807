from django.contrib import admin

from ledger.staff import ReadOnly, plain
from matching.admin.terms import PairingFilter
from matching.models import TopMatches


@admin.register(TopMatches)
class TopMatchesAdmin(ReadOnly):
    list_display = [
        plain("id"), "pairing", plain("opening_id"), plain("candidacy_id"), "kth",
        "weights_version", "generation", "updated_at",
    ]  # fmt: skip
    list_filter = [PairingFilter, "weights_version"]
    search_fields = ["=opening__external_id", "=candidacy__profile__external_id"]
    ordering = ["-id"]
