from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from profiles.factors import has_second_factor
from profiles.models import User
from profiles.recognition import viewer_of
from profiles.viewer import Viewer


class ViewedRequest(HttpRequest):
    """A request after `viewer` ran: who is looking is on it."""

    viewer: Viewer


ACTING = "acting"
"""Where the session keeps the public id of the profile that the person acts as."""


def viewer(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Put the Viewer on the request (built when first asked for) and use the reader's zone."""

    def middleware(request: ViewedRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: _viewer(request))  # type: ignore[assignment]
        if isinstance(request.user, User):
            with timezone.override(ZoneInfo(request.user.time_zone)):
                return get_response(request)
        return get_response(request)

    return middleware


def _viewer(request: HttpRequest) -> Viewer:
    """Who is looking; staff with one factor look as anybody with an account does."""
    acting = str(request.session.get(ACTING, "")) if request.user.is_authenticated else ""
    viewer = viewer_of(request.user, acting=acting)
    if viewer.is_staff and isinstance(request.user, User) and not has_second_factor(request.user):
        return replace(viewer, is_staff=False)
    return viewer
