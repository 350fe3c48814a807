"""Who may open an account: until sign-up by role exists, staff make accounts."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffMadeAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped here
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
