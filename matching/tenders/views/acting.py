"""Shortlist, award, decline, withdraw: each asked on a page of its own, done by its button."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
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
    row = found(public_id, viewer)
    acting = Acting(row, row.opening, parties_of(row, viewer), viewer)
    return ask_or_do(request, acting, ACTS.get(name), answer_url(row))
