"""A round beside the co-investment grant, for its founder, and for investors where they may."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grants import saying
from grants.rounds import PROGRAMME, match_of, sentences_of
from grants.sources import in_language
from matching.engagements.models import Engagement
from matching.engagements.views.one import found
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer


@login_required
@require_safe
@never_cache
def grant_round(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    match = match_of(row, request.viewer)
    if match is None:
        raise Http404
    kind, window = saying.window_of(match.reading.programme)
    page = {
        "title": in_language(match.reading.read.document["title"]),
        "opening": row.introduction.opening,
        "sentences": sentences_of(match),
        "window": window,
        "window_kind": kind,
        "rules_url": _rules_url(row, request.viewer),
        "back_url": reverse("engagement", args=[row.public_id]),
    }
    return render(request, "grants/round.html", page)


def _rules_url(row: Engagement, viewer: Viewer) -> str:
    """For the founder the rules are read with the raise."""
    url = reverse("grant", args=[PROGRAMME])
    if not viewer.writes_for(row.candidate_id):
        return url
    return f"{url}?{urlencode({'for': str(row.introduction.candidacy.public_id)})}"
