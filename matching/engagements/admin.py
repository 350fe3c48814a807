"""Staff's doors: read, never edited by hand."""

from django.contrib import admin

from ledger.staff import ReadOnly, plain
from matching.engagements.models import Referral


@admin.register(Referral)
class ReferralAdmin(ReadOnly):
    """Which client recommends which firm, and until when; what is said stands on its own page."""

    list_display = [
        plain("id"),
        plain("engagement_id"),
        "state",
        "names_client",
        "made_at",
        "until",
        plain("introduction_id"),
    ]
    list_filter = ["state"]
    ordering = ["-id"]
    fields = [
        *("engagement", "state", "sentence", "language", "names_client", "made_at", "until"),
        "introduction",
    ]
