"""Who asks the API, and whether they may."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer


def viewer_in(request: Request) -> Viewer:
    return cast(ViewedRequest, request._request).viewer


class IsKnown(BasePermission):
    """Whoever asks has an account; strangers get 401 and learn how to log in."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return viewer_in(request).user_id is not None
