"""Staff read who let whom read how far, by keys and aliases: nobody is named here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from profiles.models import Consent


@admin.register(Consent)
class ConsentAdmin(ReadOnly):
    list_display = [
        plain("id"),
        plain("owner_id"),
        plain("to_id"),
        "step",
        "purpose",
        "given_at",
        "until",
        "revoked_at",
    ]
    list_filter = ["step", "purpose", ("revoked_at", admin.EmptyFieldListFilter)]
    search_fields = ["=owner__external_id", "=to__external_id"]
    search_help_text = _("The exact external id of one of the two")
    ordering = ["-id"]
    exclude = ["given_by"]  # an account is called by its e-mail; the event has its key
