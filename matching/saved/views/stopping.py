"""The link in a mail that stops it: works without logging in, and for mail programs (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from matching.models import SavedSearch
from matching.saved.actions import set_alerts
from matching.saved.tokens import id_in


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_alerts(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, for mail programs open links by themselves; POST stops, once or twice alike.

    No session takes part: the signed token is all that is asked, so there is nothing to forge.
    """
    public_id = id_in(token)
    if public_id is None:
        return render(request, "saved/bad_link.html", status=404)
    search = SavedSearch.objects.filter(public_id=public_id).first()
    if request.method == "POST" and search is not None:
        set_alerts(search=search, alerts=SavedSearch.Alerts.NEVER)
    stopped = search is None or search.alerts == SavedSearch.Alerts.NEVER
    return render(request, "saved/stop_alerts.html", {"stopped": stopped})
