"""Replaces allauth's own pages of the admin: no e-mail in a list, no secret anywhere."""

from typing import Any

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from allauth.socialaccount.admin import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.admin import UserSession
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ledger.staff import Recorded, plain

# Keys of providers come from the environment alone, and nobody reads tokens.
for model in (EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, UserSession):
    admin.site.unregister(model)


class OnlyRemoved(Recorded):
    """Staff may take it away, to help somebody who is locked out or robbed; nothing else."""

    search_fields = ["=user__email"]
    search_help_text = _("The exact e-mail")
    actions = None
    ordering = ["-id"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


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


@admin.register(Authenticator)
class FactorAdmin(OnlyRemoved):
    list_display = [plain("id"), plain("user_id"), "type", "created_at", "last_used_at"]
    list_filter = ["type"]
    fields = ["user", "type", "created_at", "last_used_at"]


@admin.register(SocialAccount)
class ConnectionAdmin(OnlyRemoved):
    list_display = [plain("id"), plain("user_id"), "provider", "date_joined", "last_login"]
    list_filter = ["provider"]
    fields = ["user", "provider", "date_joined", "last_login"]


@admin.register(UserSession)
class SessionAdmin(OnlyRemoved):
    list_display = [plain("id"), plain("user_id"), "created_at"]
    fields = ["user", "created_at"]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The row is only the name of a session: the session itself ends with it."""
        obj.end()
