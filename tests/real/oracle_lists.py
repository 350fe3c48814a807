"""Stored lists beside what the oracle says of everyone."""

from django.conf import settings

from matching import facts, weights
from matching.engine.oracle import best
from matching.engine.parties import Party
from matching.models import TopMatches
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side

List = list[tuple[int, int]]
"""(id, score), best first."""


def stored_and_exact(slug: str, side: Side, lists: int) -> dict[int, tuple[List, List]]:
    """Of some parties of a side, evenly spread, the list that is stored and the oracle's."""
    pairing = registry.get(slug)
    asking = _parties(pairing, side)
    others = _parties(pairing, "candidacy" if side == "opening" else "opening")
    current = weights.current(pairing).weights
    return {
        party.id: (
            _stored(side, party.id),
            best(party, others, pairing.criteria, current, settings.MATCHES_STORED),
        )
        for party in asking[:: max(1, len(asking) // lists)]
    }


def _parties(pairing: Pairing, side: Side) -> list[Party]:
    return [pairing.party_of(side, found) for found in facts.read(pairing, side)]


def _stored(side: Side, key: int) -> List:
    row = TopMatches.objects.get(**{side: key})
    return list(zip(row.ids, row.scores, strict=True))
