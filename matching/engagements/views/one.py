"""One engagement: where it stands, what is stated and what holds, and what can be done."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.engagements import saying, series
from matching.engagements.beside import beside
from matching.engagements.coinvestors import others_of
from matching.engagements.models import Engagement
from matching.engagements.moves import Move, moves_for
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.parties import parties_of
from matching.engagements.referrals.standing import recommend_url
from matching.engagements.reviews.lines import reviews_of
from matching.engagements.sessions.lines import sessions_of
from matching.engagements.statements import terms_on, waiting_of
from matching.engagements.timeline import timeline_of
from matching.introductions.acting import Acting, Terms
from matching.introductions.views.one import Action
from profiles.middleware import ViewedRequest
from profiles.queries import governed_by
from profiles.reveals import note_reveal
from profiles.viewer import Viewer

Read = Acting[Engagement]


@login_required
@require_safe
@never_cache
def engagement(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row, request.viewer)
    read = Acting(row, row.introduction.opening, parties, request.viewer)
    page = {key: value for part in PARTS for key, value in part(read).items()}
    note_reveal(read.parties.other, request.viewer)
    return render(request, "engagements/engagement.html", page)


def found(public_id: str, viewer: Viewer) -> Engagement:
    rows = Engagement.objects.visible_to(viewer).with_parties(viewer).with_agreements()
    row: Engagement | None = rows.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row


def _standing(read: Read) -> dict[str, Any]:
    own_id = read.parties.own.pk
    who, where = read.parties.title(read.viewer)
    return {
        "row": read.row,
        "heading": saying.heading_of(read.row, own_id),
        "meaning": saying.meaning_of(read.row, own_id),
        "due": saying.due_of(read.row),
        "kind": outcome_of(read.row.pairing).label,
        "who": who,
        "where": where,
        "opening": read.opening,
        "timeline": timeline_of(read.row, own_id),
    }


def _terms(read: Read) -> dict[str, Any]:
    """What waits for a word, what holds, and all that was stated before."""
    waiting, holds = waiting_of(read.row), terms_on(read.row, timezone.localdate())
    return {
        "stated": saying.terms_of(read.row, waiting) if waiting else None,
        "holds": Terms(saying.facts_of(holds)) if holds else None,
        "series": series.series_of(read.row, read.parties.own.pk),
        "growth": series.growth_of(read.row),
    }


def _actions(read: Read) -> dict[str, Any]:
    """What answers the statement stands beside it, the rest below."""
    if not read.may_write:
        return {}
    row, waiting = read.row, waiting_of(read.row)
    moves = moves_for(row, waiting, read.parties.own.pk)
    found = {move: _action(row, move) for move in moves}
    return {
        "answers": [action for move, action in found.items() if move in ANSWERS],
        "actions": [action for move, action in found.items() if move not in ANSWERS],
    }


ANSWERS = (Move.CONFIRM, Move.REFUSE, Move.WITHDRAW)


def _action(row: Engagement, move: Move) -> Action:
    label = outcome_of(row.pairing).change if move == Move.CHANGE else move.label
    url = reverse("act-on-engagement", args=[row.public_id, str(move)])
    return Action(str(label), url, is_first=move == Move.CONFIRM)


def _links(read: Read) -> dict[str, Any]:
    """The pages beside it: how it began, what was written, who reads what."""
    introduction = read.row.introduction
    links = [Action(_("The introduction"), reverse("introduction", args=[introduction.public_id]))]
    if introduction.has_thread:
        links.append(Action(_("Messages"), reverse("messages", args=[introduction.public_id])))
    own, other = read.parties.own, read.parties.other
    if read.parties.is_seen and governed_by(read.viewer.user_id or 0).filter(pk=own.pk).exists():
        url = reverse("consent", args=[own.public_id, other.public_id])
        links.append(Action(_("What they may read of you"), url))
    recommending = recommend_url(read.row, read.viewer)
    if recommending:
        is_firm = own.pk == read.row.candidate_id
        label = _("Recommendations of your firm") if is_firm else _("Recommend this firm")
        links.append(Action(label, recommending))
    return {"links": links}


def _round(read: Read) -> dict[str, Any]:
    return {"others": others_of(read.row, read.viewer)}


def _beside(read: Read) -> dict[str, Any]:
    return {"follows": beside(read.row, read.viewer)}


def _between(read: Read) -> dict[str, Any]:
    """Where the two meet, and how each says that it goes."""
    own_id = read.parties.own.pk
    return {
        "sessions": sessions_of(read.row, own_id, read.viewer),
        "reviews": reviews_of(read.row, own_id, read.viewer),
    }


PARTS: tuple[Callable[[Read], dict[str, Any]], ...] = (
    _standing,
    _terms,
    _actions,
    _links,
    _round,
    _between,
    _beside,
)
"""Each adds what one part of the page shows."""
