"""Shortlist, award, decline, withdraw: each asked on a page of its own, done by its button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.introductions.acting import Acting
from matching.introductions.views.acting import ask_or_do
from matching.tenders.acts import ACTS
from matching.tenders.parties import parties_of
from matching.tenders.views.one import answer_url, found
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def act_on_answer(request: ViewedRequest, public_id: str, name: str) -> HttpResponse:
    viewer = request.viewer.as_party
    row, chosen = found(public_id, viewer), ACTS.get(name)
    parties = parties_of(row, viewer)
    if chosen is None or not viewer.writes_for(parties.own.pk):
        raise Http404
    acting = Acting(row, row.opening, parties, viewer)
    refusal = "" if request.method == "POST" else chosen.refusal(acting)
    if refusal:
        messages.error(request, refusal)
        return HttpResponseRedirect(answer_url(row))
    return ask_or_do(request, acting, chosen, back_url=answer_url(row))
