"""A second factor: how it names itself, and that staff cannot do without one."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from profiles.factors import has_second_factor
from profiles.models import User

PERSONAL = "private-file"
"""The address of files such as CVs: staff open it, as they open the administration, with two."""


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is untyped here
    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Silah"}

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}


def required_of_staff(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., Any]:
    """Middleware: without one, staff open neither the administration nor private files."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, *_view: Any) -> HttpResponse | None:
        return _to_set_one_up(request) if _opens_with_one_factor(request) else None

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def _opens_with_one_factor(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None or not request.user.is_authenticated:
        return False
    if "admin" not in match.namespaces and match.url_name != PERSONAL:
        return False
    return request.user.is_staff and not has_second_factor(request.user)


def _to_set_one_up(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request,
        _("The administration opens personal data, so it needs a second factor. Add one here."),
    )
    return HttpResponseRedirect(reverse("mfa_index"))
