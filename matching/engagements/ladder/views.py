"""Not now: one button, pressed once or twice alike."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from matching.engagements.ladder.actions import rest
from matching.engagements.ladder.rungs import PROPOSED
from profiles.middleware import ViewedRequest
from profiles.models import User


@login_required
@require_POST
def rest_step(request: ViewedRequest, slug: str) -> HttpResponse:
    """Without a word: whoever says "not now" wants no answer."""
    rung = next((rung for rung in PROPOSED if rung.slug == slug), None)
    if rung is None:
        raise Http404
    assert isinstance(request.user, User)
    rest(user=request.user, rung=rung)
    return HttpResponseRedirect(reverse("dashboard"))
