"""The link in a letter that stops them: without logging in, also by mail programs (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from profiles.letters.tokens import account_in
from profiles.models import User
from profiles.preferences import set_notices


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_notices(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, for mail programs open links by themselves; POST stops, once or twice alike.

    No session takes part: the signed token is all that is asked, so there is nothing to forge.
    """
    key = account_in(token)
    if key is None:
        return render(request, "notifications/bad_link.html", status=404)
    user = User.objects.filter(pk=key).first()
    if request.method == "POST" and user is not None:
        set_notices(user=user, notices=User.Notices.NEVER)
    stopped = user is None or user.notices == User.Notices.NEVER
    return render(request, "notifications/stop.html", {"stopped": stopped})
