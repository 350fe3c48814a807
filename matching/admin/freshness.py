from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ledger.staff import ReadOnly, plain
from matching.admin.terms import PairingFilter
from matching.models import IndexChange, IndexGeneration, IndexPiece


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


@admin.register(IndexPiece)
class IndexPieceAdmin(ReadOnly):
    list_display = [plain("id"), "generation", "path", "number"]
    list_select_related = ["generation"]
    fields = ["generation", "path", "number"]
    ordering = ["-id"]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[IndexPiece]":
        """Without their megabytes."""
        return super().get_queryset(request).defer("data")
