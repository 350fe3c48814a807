from django.contrib import admin

from ledger.staff import ReadOnly, plain
from matching.admin.terms import PairingFilter
from matching.models import IndexChange, IndexGeneration


@admin.register(IndexGeneration)
class IndexGenerationAdmin(ReadOnly):
    list_display = [plain("id"), "pairing", "name", plain("changes"), "published_at"]
    list_filter = [PairingFilter]
    ordering = ["-id"]


@admin.register(IndexChange)
class IndexChangeAdmin(ReadOnly):
    list_display = [plain("id"), "pairing", "side", plain("party"), plain("number")]
    list_filter = [PairingFilter, "side"]
    fields = ["pairing", "side", "party", "number"]
    ordering = ["-id"]
