"""Staff read what came of introductions, and change nothing: it is what the two sides say."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from matching.engagements.models import Agreement, Engagement, Referral
from matching.engagements.reviews.admin import ReviewAdmin
from matching.engagements.sessions.admin import AbsenceAdmin, SessionAdmin

__all__ = [
    "AbsenceAdmin",
    "AgreementAdmin",
    "EngagementAdmin",
    "ReferralAdmin",
    "ReviewAdmin",
    "SessionAdmin",
]


@admin.register(Engagement)
class EngagementAdmin(ReadOnly):
    list_display = [
        plain("id"),
        "pairing",
        plain("owner_id"),
        plain("candidate_id"),
        "state",
        "stated_at",
        "began_on",
        "ended_on",
    ]
    list_filter = ["state", "pairing", "because"]
    search_fields = ["=owner__external_id", "=candidate__external_id"]
    search_help_text = _("The exact external id of one of the two")
    ordering = ["-id"]
    fields = [
        *("introduction", "pairing", "owner", "candidate", "state", "because"),
        *("stated_at", "began_on", "ended_on"),
    ]


@admin.register(Agreement)
class AgreementAdmin(ReadOnly):
    """What was stated and confirmed; the goals are between the two."""

    list_display = [
        plain("id"),
        plain("engagement_id"),
        "kind",
        "state",
        plain("by_id"),
        "from_on",
        "stated_at",
        "due_at",
    ]
    list_filter = ["state", "kind", "engagement__pairing"]
    ordering = ["-id"]
    fields = [
        *("engagement", "kind", "state", "by", "from_on", "until_on", "route", "stage"),
        *("instrument", "usd_from", "usd", "headcount", "hours", "weeks", "shown"),
        *("stated_at", "due_at", "remind_at", "answered_at"),
    ]


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
