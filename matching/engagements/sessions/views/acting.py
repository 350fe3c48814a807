"""Book, cancel, say how it went: each asked on a page, done by its button."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
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
    row = found(public_id, request.viewer)
    parties = parties_of(row.engagement, request.viewer)
    acting = Acting(row, row.engagement.introduction.opening, parties, request.viewer)
    back_url = reverse("session", args=[row.public_id])
    return ask_or_do(request, acting, ACTS.get(name), back_url)
