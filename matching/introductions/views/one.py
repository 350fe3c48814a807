"""One introduction: how it stands, what was written, who reads what, and what can be done."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import OuterRef, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.introductions import saying, sharing
from matching.introductions.following import follows_of
from matching.introductions.models import Introduction, Outage
from matching.introductions.moves import Move, moves_for
from matching.introductions.next_choice import next_choice
from matching.introductions.parties import Parties, parties_of
from matching.introductions.timeline import timeline_of
from matching.lists import Match
from profiles.disclosure import disclose, heading
from profiles.firms.vouching import vouches_of
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.reveals import note_reveal
from profiles.stages import stages
from profiles.viewer import Viewer
from profiles.visibility import card_rows

FIRST = (Move.ACCEPT,)
"""Moves of which the button is the one that is meant."""


@dataclass(frozen=True, slots=True)
class Action:
    label: str
    url: str
    is_first: bool = False


@login_required
@require_safe
@never_cache
def introduction(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row, request.viewer)
    may_write = request.viewer.writes_for(parties.own.pk)
    who, where = parties.title(request.viewer)
    page = {
        "row": row,
        "heading": saying.heading_of(row, parties.own.pk),
        "meaning": saying.meaning_of(row, parties.own.pk),
        "who": who,
        "where": where,
        "opening": row.opening,
        "kind": row.opening.declaration.opening_label,
        "due": saying.due_of(row),
        "stops": saying.stops_of(row, _outages(row)),
        "message": ""
        if parties.other.is_hidden and row.asker_id != parties.own.pk
        else row.message,
        "language": row.asker.language,
        "timeline": timeline_of(row, parties.own.pk),
        "actions": _actions(row, parties) if may_write else [],
        "apart_urls": _apart(row) if may_write else {},
        "match_url": _match_url(row) if parties.is_seen else "",
        "thread": _thread(row, may_write) if row.has_thread else None,
        "follows": follows_of(row, parties, request.viewer),
        **_read(row, parties, request.viewer),
        **_next(row, parties, request.viewer),
    }
    note_reveal(parties.other, request.viewer)
    return render(request, "introductions/introduction.html", page)


@dataclass(frozen=True, slots=True)
class Thread:
    """The way to the messages; said: what there is to read, "" where nothing is."""

    label: str
    url: str
    said: str
    is_first: bool


def _thread(row: Introduction, may_write: bool) -> Thread:
    said = saying.unread_of(row) or saying.messages_of(row)
    is_open = row.is_live and may_write
    label = _("Read the messages") if said or not is_open else _("Write the first message")
    return Thread(label, reverse("messages", args=[row.public_id]), said, is_open)


def found(public_id: str, viewer: Viewer) -> Introduction:
    rows = Introduction.objects.visible_to(viewer).with_parties(viewer).with_messages(viewer)
    rows = rows.annotate(
        asker_vouches=vouches_of(OuterRef("asker")), asked_vouches=vouches_of(OuterRef("asked"))
    )
    row: Introduction | None = rows.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    row.asker.vouches, row.asked.vouches = row.asker_vouches, row.asked_vouches  # type: ignore[attr-defined]
    return row


def _outages(row: Introduction) -> list[Outage]:
    """Those that touched the clock of whoever was asked, while it ran."""
    place = row.asked.governorate_id
    if row.state != Introduction.State.WAITING or place is None:
        return []
    there = Outage.objects.filter(governorates=place).exclude(ends_at__lte=row.asked_at)
    return list(there.order_by("starts_at"))


def _actions(row: Introduction, parties: Parties) -> list[Action]:
    moves = [
        Action(str(move.label), _act_url(row, move), move in FIRST)
        for move in moves_for(row, parties.own.pk)
    ]
    if row.is_live or row.state == Introduction.State.LAPSED:
        return moves
    again = reverse("ask-introduction", args=[row.opening.public_id, row.candidacy.public_id])
    return [Action(_("Ask again"), again)] if parties.is_seen else []


def _act_url(row: Introduction, name: str) -> str:
    return reverse("act-on-introduction", args=[row.public_id, str(name)])


def _apart(row: Introduction) -> dict[str, str]:
    return {name: _act_url(row, name) for name in ("report", "block")}


def _match_url(row: Introduction) -> str:
    """Where the pair is explained, while both sides take part."""
    if not (row.opening.is_open and row.candidacy.is_active):
        return ""
    return reverse("match", args=[row.opening.public_id, row.candidacy.public_id])


def _read(row: Introduction, parties: Parties, viewer: Viewer) -> dict[str, Any]:
    """While it is live: what each reads of the other, step by step."""
    if not (row.is_live and parties.is_seen):
        return {}
    prefetch_related_objects([parties.other], *card_rows())
    card = disclose(parties.other, viewer)
    consents = sharing.consents_between(parties.own, parties.other)
    step = sharing.read_by(parties.other, parties.own, consents)
    own = sharing.own_card(parties.own, viewer)
    consent = sharing.given(consents, parties.own)
    return {
        "card": card,
        "theirs": stages(card),
        "ours": sharing.own_stages(own, step, consent),
        "consent_url": _consent_url(parties),
    }


def _consent_url(parties: Parties) -> str:
    """Where a person changes what the other reads; of a firm its owners decide, elsewhere."""
    if parties.own.kind == Profile.Kind.FIRM:
        return ""
    return reverse("consent", args=[parties.own.public_id, parties.other.public_id])


def _next(row: Introduction, parties: Parties, viewer: Viewer) -> dict[str, Any]:
    """For whoever asked in vain: whom they could ask next."""
    if row.asker_id != parties.own.pk or not viewer.writes_for(parties.own.pk):
        return {}
    match = next_choice(row)
    return {"next_line": _next_line(match, parties, viewer)} if match else {}


def _next_line(match: Match, parties: Parties, viewer: Viewer) -> dict[str, Any]:
    is_owner = match.opening.owner_id == parties.own.pk
    who, where = heading(match.candidacy.profile if is_owner else match.opening.owner, viewer)
    return {
        "title": who if is_owner else match.opening.title,
        "language": "" if is_owner else match.opening.language,
        "who": where if is_owner else who,
        "fit": match.fit,
        "ask_url": reverse(
            "ask-introduction", args=[match.opening.public_id, match.candidacy.public_id]
        ),
        "match_url": reverse("match", args=[match.opening.public_id, match.candidacy.public_id]),
    }
