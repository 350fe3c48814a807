"""Book, cancel, say how it went: each asked on a page, done by its button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.engagements.parties import parties_of
from matching.engagements.sessions.acts import ACTS
from matching.engagements.sessions.views.one import found
from matching.introductions.acting import Acting
from matching.introductions.views.acting import ask_or_do
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def act(request: ViewedRequest, public_id: str, name: str) -> HttpResponse:
    row, chosen = found(public_id, request.viewer), ACTS.get(name)
    parties = parties_of(row.engagement, request.viewer)
    if chosen is None or not request.viewer.writes_for(parties.own.pk):
        raise Http404
    acting = Acting(row, row.engagement.introduction.opening, parties, request.viewer)
    back_url = reverse("session", args=[row.public_id])
    refusal = "" if request.method == "POST" else chosen.refusal(acting)
    if refusal:
        messages.error(request, refusal)
        return HttpResponseRedirect(back_url)
    return ask_or_do(request, acting, chosen, back_url)
