"""One answer: to the firm its own, to the company under an alias until it may read the name."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.introductions.views.one import Action
from matching.tenders import saying, sharing
from matching.tenders.blind import teams_of
from matching.tenders.models import Answer
from matching.tenders.moves import Move, moves_for
from matching.tenders.parties import parties_of
from matching.tenders.timeline import timeline_of
from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.reveals import note_reveal
from profiles.viewer import Viewer

FIRST = (Move.SHORTLIST, Move.AWARD)
"""Moves of which the button is the one that is meant: the first of them that is legal."""


@login_required
@require_safe
@never_cache
def one_answer(request: ViewedRequest, public_id: str) -> HttpResponse:
    viewer = request.viewer.as_party
    row = found(public_id, viewer)
    parties = parties_of(row, viewer)
    own, is_ours = parties.own, parties.is_ours
    who, where = parties.title(viewer)
    page = {
        "row": row,
        "opening": row.opening,
        "is_ours": is_ours,
        "heading": saying.heading_of(row, is_ours=is_ours),
        "mark": saying.mark_of(row),
        "meaning": saying.meaning_of(row),
        "who": who,
        "where": where,
        "facts": saying.facts_of(row),
        "timeline": timeline_of(row, is_ours=is_ours),
        "actions": _actions(row, own) if viewer.writes_for(own.pk) else [],
        "back_url": reverse("my-tenders") if is_ours else board_url(row),
        "introduction_url": _introduction_url(row),
        **(_to_firm(row, viewer) if is_ours else _to_owner(row, viewer)),
    }
    return render(request, "tenders/answer.html", page)


def found(public_id: str, viewer: Viewer) -> Answer:
    """A 404 for whoever is neither of the two."""
    rows = Answer.objects.visible_to(viewer).with_sides(viewer)
    row: Answer | None = rows.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row


def board_url(row: Answer) -> str:
    return reverse("tender-answers", args=[row.opening.public_id])


def answer_url(row: Answer) -> str:
    return reverse("answer", args=[row.public_id])


def _actions(row: Answer, own: Profile) -> list[Action]:
    moves = moves_for(row, own.pk)
    first = next((move for move in moves if move in FIRST), None)
    return [Action(str(move.label), _act_url(row, move), move == first) for move in moves]


def _act_url(row: Answer, move: Move) -> str:
    return reverse("act-on-answer", args=[row.public_id, str(move)])


def _introduction_url(row: Answer) -> str:
    if row.introduction is None:
        return ""
    return reverse("introduction", args=[row.introduction.public_id])


def _to_firm(row: Answer, viewer: Viewer) -> dict[str, Any]:
    """Its own words, always; while it is live what the company reads of it."""
    shown = {"text": row.text, "again_url": _again_url(row, viewer)}
    if not row.is_live:
        return shown
    read = sharing.read_of_us(row.alias, sharing.standing(row.firm, row.owner))
    return shown | {"team": teams_of([row.firm], row.opening)[row.firm.pk], "read": read}


def _again_url(row: Answer, viewer: Viewer) -> str:
    """Where the tender is answered anew, once this answer is over and the tender is not."""
    may_answer = row.opening.is_open and row.owner_is_seen and viewer.writes_for(row.firm.pk)
    if row.is_live or not may_answer:
        return ""
    return reverse("answer-tender", args=[row.opening.public_id])


def _to_owner(row: Answer, viewer: Viewer) -> dict[str, Any]:
    """While it is live; of what is over only that it was there."""
    if not row.is_live:
        return {}
    shown = {"text": row.text, "team": teams_of([row.firm], row.opening)[row.firm.pk]}
    if not row.is_named:
        return shown
    note_reveal(row.firm, viewer)
    return shown | {"card": disclose(row.firm, viewer)}
