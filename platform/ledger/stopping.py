"""The link in a mail that stops it: works without logging in, and for mail programs (RFC 8058)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ledger.links import absolute

Stopped = Callable[[str, bool], bool]
"""(key, whether to stop it now) to whether that mail is stopped; what has gone is stopped too."""


@dataclass(frozen=True, slots=True)
class StopLink:
    """The links of one kind of mail: whoever holds one can stop that mail and do nothing else.

    salt sets its tokens apart from all others; page asks and says that it is stopped, bad_link
    stands for a token that was not made by us
    """

    route: str
    salt: str
    page: str
    bad_link: str

    def token_of(self, key: object) -> str:
        return Signer(salt=self.salt).sign(str(key))

    def url_of(self, key: object) -> str:
        return absolute(reverse(self.route, args=[self.token_of(key)]))

    def view(self, stopped: Stopped) -> Callable[..., HttpResponse]:
        """GET asks, for mail programs open links by themselves; POST stops, once or twice alike.

        No session takes part: the signed token is all that is asked, so there is nothing to forge.
        """

        @csrf_exempt
        @require_http_methods(["GET", "HEAD", "POST"])
        def stop(request: HttpRequest, token: str) -> HttpResponse:
            try:
                key = Signer(salt=self.salt).unsign(token)
            except BadSignature:
                return render(request, self.bad_link, status=404)
            return render(request, self.page, {"stopped": stopped(key, request.method == "POST")})

        return stop


def headers_for(url: str) -> dict[str, str]:
    """What lets a mail program stop the mail with one click of its own."""
    return {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
