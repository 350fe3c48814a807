"""Asking to meet: one page with what is asked, what is shared, and what happens then."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matching.introductions import sharing
from matching.introductions.actions import ask
from matching.introductions.forms import AskForm
from matching.introductions.models import Introduction
from matching.introductions.responsiveness import responsiveness_of
from matching.introductions.sharing import own_card
from matching.introductions.standing import Counts, counts_of, obstacle
from matching.introductions.ways_in import tell_of_asking
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.views.pairs import own_side_of, pair_of, sides_of
from profiles.disclosure import heading
from profiles.middleware import ViewedRequest
from profiles.models import Profile


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_introduction(request: ViewedRequest, opening_id: str, candidacy_id: str) -> HttpResponse:
    opening, candidacy = pair_of(opening_id, candidacy_id, request.viewer)
    own, other = _writing(request, opening, candidacy)
    if request.method == "POST":
        return _sent(request, opening, candidacy, own, other)
    live = Introduction.objects.live().filter(opening=opening, candidacy=candidacy).first()
    if live is not None:
        return HttpResponseRedirect(reverse("introduction", args=[live.public_id]))
    counts = counts_of(opening, own)
    way = obstacle(opening, candidacy, own, own_side_of(candidacy, request.viewer), counts)
    if way is not None:
        page = {"obstacle": way, **_pair(request, opening, candidacy, other)}
        return render(request, "introductions/obstacle.html", page)
    return _asked(request, opening, candidacy, _form(own, other, request), counts)


def _writing(
    request: ViewedRequest, opening: Opening, candidacy: Candidacy
) -> tuple[Profile, Profile]:
    """(own, other); a 404 for whoever does not speak for a side, only reads for it, or has both."""
    own, other = sides_of(opening, candidacy, own_side_of(candidacy, request.viewer))
    if not request.viewer.writes_for(own.pk) or request.viewer.owns(other.pk):
        raise Http404
    return own, other


def _sent(
    request: ViewedRequest,
    opening: Opening,
    candidacy: Candidacy,
    own: Profile,
    other: Profile,
) -> HttpResponse:
    form = _form(own, other, request, request.POST)
    if not form.is_valid():
        counts = counts_of(opening, own)
        return _asked(request, opening, candidacy, form, counts, status=422)
    try:
        row = ask(
            opening=opening,
            candidacy=candidacy,
            asker=own,
            said=form.said(),
            by_id=request.viewer.user_id,
        )
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _asked(request, opening, candidacy, form, counts_of(opening, own), status=409)
    tell_of_asking(request, row)
    messages.success(request, _("Sent. They have 72 hours, and you read here what they answer."))
    return HttpResponseRedirect(reverse("introduction", args=[row.public_id]))


def _form(own: Profile, other: Profile, request: ViewedRequest, data: Any = None) -> AskForm:
    consents = sharing.consents_between(own, other)
    choices = sharing.choices(own_card(own, request.viewer), sharing.read_by(other, own, consents))
    return AskForm(data, shares=choices)


def _asked(
    request: ViewedRequest,
    opening: Opening,
    candidacy: Candidacy,
    form: AskForm,
    counts: Counts,
    *,
    status: int = 200,
) -> HttpResponse:
    _own, other = _writing(request, opening, candidacy)
    found = responsiveness_of([other.pk]).get(other.pk)
    page = {
        "form": form,
        "counts": counts,
        "most": settings.INTRODUCTIONS_OPEN_AT_ONCE,
        "answers": found.words if found else (),
        **_pair(request, opening, candidacy, other),
    }
    return render(request, "introductions/ask.html", page, status=status)


def _pair(
    request: ViewedRequest, opening: Opening, candidacy: Candidacy, other: Profile
) -> dict[str, Any]:
    """With whom, about what, and the way back."""
    who, where = heading(other, request.viewer)
    return {
        "opening": opening,
        "who": who,
        "where": where,
        "back_url": reverse("match", args=[opening.public_id, candidacy.public_id]),
    }
