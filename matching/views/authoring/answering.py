"""Question by question, and the page on which all answers are checked and sent in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from matching.authoring.offers import profile_of
from matching.authoring.standing import standing
from matching.follows import follows_of_candidacy
from matching.models import Candidacy, Opening
from matching.moves import SETTLED, CandidacyMove, OpeningMove, RefusedError, check_changeable
from matching.pairings.declaration import Side, Words
from matching.views.authoring.lines import asked_first, done_at_once
from matching.views.authoring.rows import Addresses, asking_about, found
from matching.views.reading import as_read
from profiles.middleware import ViewedRequest
from profiles.questions.pages import Asking, check_rows, question_page
from profiles.viewer import Viewer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: ViewedRequest, side: Side, public_id: str, slug: str) -> HttpResponse:
    row = found(request, side, public_id)
    try:
        check_changeable(row)
        return question_page(request, asking_about(row), slug)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(Addresses(row).tasks())


@login_required
@require_safe
def check(request: ViewedRequest, side: Side, public_id: str) -> HttpResponse:
    row = found(request, side, public_id)
    asking = asking_about(row)
    page = {
        "row": row,
        "side": side,
        "words": row.declaration.words(side),
        "label": _label(row),
        "heading": _heading(row, asking),
        "standing": standing(row),
        "rows": check_rows(asking),
        "is_draft": row.status == type(row).Status.DRAFT,
        "is_settled": row.status in SETTLED,
        "is_verified": profile_of(row).is_verified,
        "buttons": done_at_once(row),
        "links": asked_first(row),
        "back_url": asking.addresses.tasks(),
        **_next_step(row, asking),
        **_as_others_read_it(row),
        **_follows(row, request.viewer),
    }
    return render(request, "matching/authoring/check.html", page)


def _label(row: Opening | Candidacy) -> Words:
    declared = row.declaration
    return declared.opening_label if isinstance(row, Opening) else declared.candidate_label


def _as_others_read_it(row: Opening | Candidacy) -> dict[str, Any]:
    """Of an opening: how a draft will be read, or where the rest is."""
    if not isinstance(row, Opening):
        return {}
    if row.status == Opening.Status.DRAFT:
        return as_read(row)
    return {"read_url": reverse("opening", args=[row.public_id])}


def _follows(row: Opening | Candidacy, viewer: Viewer) -> dict[str, Any]:
    """Of an opening they stand on its own page."""
    return {"follows": follows_of_candidacy(row, viewer)} if isinstance(row, Candidacy) else {}


def _heading(row: Opening | Candidacy, asking: Asking) -> str:
    missing = len(asking.flow.missing(row))
    if row.status != type(row).Status.DRAFT:
        return _("What you have said")
    if missing:
        return ngettext("One answer is missing", "%(count)d answers are missing", missing) % {
            "count": missing
        }
    return _("Everything is there: check it") if isinstance(row, Opening) else _("Check and agree")


def _next_step(row: Opening | Candidacy, asking: Asking) -> dict[str, Any]:
    """What a draft waits for: the first missing answer, or to be sent in."""
    missing = asking.flow.missing(row)
    move = OpeningMove.PUBLISH if isinstance(row, Opening) else CandidacyMove.ACTIVATE
    addresses = Addresses(row)
    return {
        "missing_url": addresses.question(missing[0].slug) if missing else "",
        "send_url": addresses.move(move),
        "send_label": move.label,
    }
