from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

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
    acting = str(request.session.get(ACTING, "")) if request.user.is_authenticated else ""
    return viewer_of(request.user, acting=acting)
