"""A viewer's matches as one list that can be paged through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from matching.lists import Match, top_for
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from profiles.viewer import Viewer

Party = Opening | Candidacy


class Cursor(Protocol):
    """What the paginator hands over: a place of ours, and whether to go back from it."""

    @property
    def back(self) -> bool: ...

    @property
    def place(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class OwnMatch:
    """A match as one of its sides lists it; `as_of` is when that list was made."""

    own_side: Side
    as_of: datetime
    opening: Opening
    candidacy: Candidacy
    score: int
    fit: int
    rank: int

    @property
    def own(self) -> Party:
        return self.opening if self.own_side == "opening" else self.candidacy


class MatchShelf:
    """The lists of one's own openings and candidacies one after another, each best first.

    A page holds matches of one list only, so that it costs the same however many there are.
    A place is the public id of the party whose list it is, and a rank.
    """

    def __init__(self, parties: Sequence[Party], viewer: Viewer) -> None:
        self.parties = parties
        self.viewer = viewer

    def page(self, cursor: Cursor | None, size: int) -> tuple[Sequence[OwnMatch], bool]:
        back = cursor is not None and cursor.back
        turn, rank = (0, 0) if cursor is None else self._where(cursor.place)
        turns = range(turn, -1, -1) if back else range(turn, len(self.parties))
        for index in turns:
            found = [
                match
                for match in own_matches(self.parties[index], self.viewer)
                if index != turn or (match.rank < rank if back else match.rank > rank)
            ]
            if found:
                shown = found[-size:] if back else found[:size]
                return shown, len(found) > size or index != turns[-1]
        return [], False

    def place_of(self, row: OwnMatch) -> tuple[str, ...]:
        return str(row.own.public_id), str(row.rank)

    def _where(self, place: tuple[str, ...]) -> tuple[int, int]:
        turns = {str(party.public_id): turn for turn, party in enumerate(self.parties)}
        try:
            public_id, rank = place
            return turns[public_id], int(rank)
        except (ValueError, KeyError):
            sentence = _("This list is no longer there: begin again without the cursor.")
            raise ValidationError({"cursor": [sentence]}, code="cursor") from None


def own_matches(party: Party, viewer: Viewer) -> list[OwnMatch]:
    return [_own(party, match) for match in top_for(party, viewer)]


def _own(party: Party, match: Match) -> OwnMatch:
    return OwnMatch(
        own_side="opening" if isinstance(party, Opening) else "candidacy",
        as_of=party.top_matches.updated_at,
        opening=match.opening,
        candidacy=match.candidacy,
        score=match.score,
        fit=match.fit,
        rank=match.rank,
    )
