from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView


class IsKnown(BasePermission):
    """Whoever asks has an account; strangers get 401 and learn how to log in."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return request.viewer.user_id is not None  # type: ignore[attr-defined, no-any-return]
