"""Light, dark, or as the device says: kept in a cookie, so that it needs no script.

A page also depends on `Save-Data`: a reader who saves data is sent no font.
"""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

COOKIE = "scheme"
SCHEMES = ("auto", "light", "dark")
ONE_YEAR = 365 * 24 * 60 * 60


def appearance(request: HttpRequest) -> dict[str, object]:
    """Tell templates the `scheme` (auto, light, dark) and whether the reader `saves_data`."""
    chosen = request.COOKIES.get(COOKIE)
    return {
        "scheme": chosen if chosen in SCHEMES else "auto",
        "saves_data": request.headers.get("Save-Data", "").lower() == "on",
    }


def vary_by_appearance(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: tell caches that a page differs by cookie and by `Save-Data`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ("Cookie", "Save-Data"))
        return response

    return middleware


@require_safe
def choose_appearance(request: HttpRequest) -> HttpResponse:
    """Keep `?scheme=` in the cookie and go back to `?next=`, a page of this site."""
    scheme = request.GET.get("scheme")
    if scheme not in SCHEMES:
        raise BadRequest(f"Choose an appearance: {', '.join(SCHEMES)}.")
    response = HttpResponseRedirect(_safe_next(request))
    response.set_cookie(
        COOKIE, scheme, max_age=ONE_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
    )
    return response


def _safe_next(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else reverse("home")
