"""Replaces the admin of allauth's addresses: no e-mail in a list, found by the exact one."""

from allauth.account.admin import EmailAddress
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import Recorded, plain

admin.site.unregister(EmailAddress)


@admin.register(EmailAddress)
class AddressAdmin(Recorded):
    list_display = [plain("id"), plain("user_id"), "primary", "verified"]
    list_filter = ["primary", "verified"]
    search_fields = ["=email"]
    search_help_text = _("The exact e-mail")
    raw_id_fields = ["user"]
    actions = None
    """Its boxes would be called by the e-mail."""
    ordering = ["-id"]
