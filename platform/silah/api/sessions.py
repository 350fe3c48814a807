from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request


class Session(SessionAuthentication):
    """The browser's login; a stranger is told how to authenticate, with 401 and not 403."""

    def authenticate_header(self, request: Request) -> str:
        return 'Session realm="Silah"'
