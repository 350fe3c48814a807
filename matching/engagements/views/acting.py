"""Confirm, refuse, take back, change, complete, end: each asked on a page, done by its button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.engagements.acts import act_named
from matching.engagements.parties import parties_of
from matching.engagements.views.one import found
from matching.introductions.acting import Acting
from matching.introductions.views.acting import ask_or_do
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def act(request: ViewedRequest, public_id: str, name: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    chosen, parties = act_named(name, row), parties_of(row, request.viewer)
    if chosen is None or not request.viewer.writes_for(parties.own.pk):
        raise Http404
    url = reverse("engagement", args=[row.public_id])
    acting = Acting(row, row.introduction.opening, parties, request.viewer)
    refusal = "" if request.method == "POST" else chosen.refusal(acting)
    if refusal:
        messages.error(request, refusal)
        return HttpResponseRedirect(url)
    return ask_or_do(request, acting, chosen, back_url=url)
