"""One session: when it is on both clocks, how it stands, and what can be done."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.engagements.models import Session
from matching.engagements.parties import parties_of
from matching.engagements.reviews.lines import to_do_after
from matching.engagements.sessions import saying
from matching.engagements.sessions.clocks import on_both, their_zone
from matching.engagements.sessions.invitations import method_of
from matching.engagements.sessions.moves import Move, moves_for
from matching.introductions.parties import Parties
from matching.introductions.views.one import Action
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

FIRST = (Move.BOOK, Move.HOLD)
"""Moves of which the button is the one that is meant."""
OWN_PAGES = {Move.COUNTER: "other-times", Move.MOVE: "move-session"}


@login_required
@require_safe
@never_cache
def session(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row.engagement, request.viewer)
    zone = their_zone(parties, request.viewer)
    who, where = parties.title(request.viewer)
    page = {
        "row": row,
        "heading": saying.heading_of(row, parties.own.pk),
        "meaning": saying.meaning_of(row, parties.own.pk),
        "who": who,
        "where": where,
        "opening": row.engagement.introduction.opening,
        "facts": saying.facts_of(row),
        "when": on_both(row.starts_at, zone) if row.starts_at else "",
        "times": [on_both(at, zone) for at in row.times] if row.starts_at is None else [],
        "excuses": saying.excuses_of(row, parties.own.pk),
        "text": _text(row, parties),
        "actions": _actions(row, parties, request.viewer),
        "calendar_url": reverse("session-calendar", args=[row.public_id]) if method_of(row) else "",
        "to_do": to_do_after(row, request.viewer),
    }
    return render(request, "sessions/session.html", page)


def found(public_id: str, viewer: Viewer) -> Session:
    """With its engagement, and who did not come."""
    rows: Any = Session.objects.visible_to(viewer).with_parties(viewer)
    known = rows.prefetch_related("absences").filter(public_id=public_id)
    row: Session | None = known.first()
    if row is None:
        raise Http404
    return row


def _text(row: Session, parties: Parties) -> str:
    """What somebody wrote who is gone now is withheld."""
    return "" if parties.other.is_hidden and row.settled_by_id != parties.own.pk else row.text


def _actions(row: Session, parties: Parties, viewer: Viewer) -> list[Action]:
    if not viewer.writes_for(parties.own.pk):
        return []
    moves = moves_for(row, parties.own.pk, timezone.now())
    return [Action(str(move.label), _url(row, move), move in FIRST) for move in moves]


def _url(row: Session, move: Move) -> str:
    if move in OWN_PAGES:
        return reverse(OWN_PAGES[move], args=[row.public_id])
    return reverse("act-on-session", args=[row.public_id, str(move)])
