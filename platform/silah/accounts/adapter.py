"""How allauth speaks and where it leads: our words, the reader's language, the pages that exist."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from profiles.models import User
from silah.accounts.notices import notice

AFTER_LOGIN = ("dashboard", "my-matches")
AFTER_JOINING = ("my-profile", "roles")


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped here
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_taken": _("Somebody has joined with this e-mail already."),
        "email_password_mismatch": _("E-mail and password do not belong together."),
        "incorrect_code": _("This is not the code that we sent. Look at the newest message."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many tries. Wait a few minutes, then try again."),
        "rate_limited": _("Too many tries. Wait a few minutes, then try again."),
        "same_as_current": _("This is the address that you have now."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language of the account, or for strangers in that of the page."""
        language = _language_of(email)
        links = _links_in(language, context)
        with override(language):
            super().send_mail(template_prefix, email, context | links)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody what was done to their account; the subject tells nothing to others."""
        said = notice(template_prefix, context or {})
        super().send_notification_mail("account/email/notice", user, {"said": said}, email)

    def format_email_subject(self, subject: str) -> str:
        return f"{gettext('Silah')}: {subject}"

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return first_address(*AFTER_LOGIN)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return first_address(*AFTER_JOINING)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account-settings")


def first_address(*names: str) -> str:
    """The address of the first of these routes that the site has."""
    for name in names[:-1]:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return reverse(names[-1])


def _language_of(email: str) -> str:
    """One query whether or not somebody has the address: time tells nothing."""
    language = User.objects.filter(email=email).values_list("language", flat=True).first()
    return language or get_language() or "en"


def _links_in(language: str, context: dict[str, Any]) -> dict[str, str]:
    links = {name: url for name, url in context.items() if name.endswith("_url")}
    return {name: translate_url(url, language) for name, url in links.items()}
