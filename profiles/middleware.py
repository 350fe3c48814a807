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


def viewer(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Put the Viewer on the request (built when first asked for) and use the reader's zone."""

    def middleware(request: ViewedRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: viewer_of(request.user))  # type: ignore[assignment]
        if isinstance(request.user, User):
            with timezone.override(ZoneInfo(request.user.time_zone)):
                return get_response(request)
        return get_response(request)

    return middleware
