"""Publish, pause, resume, close, withdraw, delete a draft: asked first, or done at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matching.actions import discard_candidacy, discard_opening, move_candidacy, move_opening
from matching.authoring.flows import flow_of
from matching.authoring.offers import profile_of
from matching.authoring.standing import standing
from matching.models import Candidacy, Opening
from matching.moves import CandidacyMove, OpeningMove, RefusedError
from matching.pairings.declaration import Side
from matching.views.authoring.confirming import DISCARD, UNVERIFIED, WORDS
from matching.views.authoring.rows import Addresses, found
from profiles.middleware import ViewedRequest

SENDS_IN = frozenset({str(OpeningMove.PUBLISH), str(CandidacyMove.ACTIVATE)})
GOES_LIVE = SENDS_IN | {str(OpeningMove.RESUME), str(OpeningMove.REOPEN), str(CandidacyMove.RENEW)}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: ViewedRequest, side: Side, public_id: str, name: str) -> HttpResponse:
    row = found(request, side, public_id)
    words = WORDS.get((side, name))
    if words is None:
        raise Http404
    if request.method == "POST":
        return _moved(request, row, side, name)
    page = {
        "row": row,
        "side": side,
        "words": words,
        "standing": standing(row),
        "shown": row.declaration.candidacy_words.shown if name == CandidacyMove.RENEW else (),
        "back_url": Addresses(row).tasks(),
    }
    return render(request, "matching/authoring/confirm.html", page)


def _moved(request: ViewedRequest, row: Opening | Candidacy, side: Side, name: str) -> HttpResponse:
    addresses = Addresses(row)
    if name in SENDS_IN and row.status == "draft" and flow_of(row).missing(row):
        messages.error(request, _("Some answers are missing, so it was not sent in."))
        return HttpResponseRedirect(addresses.check())
    try:
        _do(row, name, request.viewer.user_id)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(addresses.tasks())
    messages.success(request, _told(row, side, name))
    return HttpResponseRedirect(addresses.matches() if name in GOES_LIVE else addresses.tasks())


def _do(row: Opening | Candidacy, name: str, by_id: int | None) -> None:
    if isinstance(row, Opening):
        if name == DISCARD:
            discard_opening(opening=row, by_id=by_id)
        else:
            move_opening(opening=row, move=name, by_id=by_id)
    elif name == DISCARD:
        discard_candidacy(candidacy=row, by_id=by_id)
    else:
        move_candidacy(candidacy=row, move=name, by_id=by_id)


def _told(row: Opening | Candidacy, side: Side, name: str) -> str:
    """What was done; where the profile waits for staff, that nothing is seen before."""
    done = WORDS[(side, name)].done
    if name not in GOES_LIVE or profile_of(row).is_verified:
        return str(done)
    return f"{_('Saved.')} {UNVERIFIED}"
