"""The engine's scores of whole pools: exact, for every counterpart, not only the best."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np

from matching import facts, weights
from matching.engine.index import Side as Index
from matching.engine.ranking import MOST_ASKED, Exclusions, scan
from matching.engine.tables import compile_tables
from matching.generations import index_of
from matching.measures import Scores
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Pairing, Side
from matching.pairings.facts import Facts


class WholePool:
    """Everyone of a pairing who may be matched now, one side asking about the other.

    queries, counterparts: names in files (external and public ids) to places, 0 and up
    """

    def __init__(self, pairing: Pairing, query: Side) -> None:
        other: Side = "candidacy" if query == "opening" else "opening"
        self.pairing = pairing
        asking, asked = facts.read(pairing, query), facts.read(pairing, other)
        self.ids = np.array([party.id for party in asking], np.int64)
        self.asked = np.array([party.id for party in asked], np.int64)
        self.queries = _names(query, self.ids.tolist())
        self.counterparts = _names(other, self.asked.tolist())
        self.tables = compile_tables(pairing.criteria, weights.current(pairing).weights)
        self.index = _index(pairing, query, asking)
        self.pieces = [_index(pairing, other, piece) for piece in _pieces(asked)]

    def __len__(self) -> int:
        return len(self.asked)

    def scores(self, queries: Sequence[int]) -> Scores:
        """[query, counterpart]: 0..1,000,000, or -1 where a criterion rules the pair out."""
        found = np.full((len(queries), len(self)), -1.0)
        if not queries:
            return found
        rows = self.index.rows_of(self.ids[list(queries)])
        for piece in self.pieces:
            excluded = Exclusions.none(len(queries))
            ranking = scan(self.tables, piece, self.index, rows, len(piece), excluded)
            query, rank = np.nonzero(ranking.ids >= 0)
            places = np.searchsorted(self.asked, ranking.ids[query, rank])
            found[query, places] = ranking.scores[query, rank]
        return found


def _pieces(parties: Sequence[Facts]) -> Iterable[list[Facts]]:
    """A scan keeps only so many: pieces of that size are kept whole."""
    rest = iter(parties)
    while piece := list(islice(rest, MOST_ASKED)):
        yield piece


def _index(pairing: Pairing, side: Side, parties: Sequence[Facts]) -> Index:
    return index_of(pairing, side, [pairing.party_of(side, party) for party in parties])


def _names(side: Side, ids: list[int]) -> dict[str, int]:
    """A name that two of them bear is nobody's."""
    rows: Any
    if side == "opening":
        rows = Opening.objects.filter(pk__in=ids).values_list("pk", "external_id", "public_id")
    else:
        rows = Candidacy.objects.filter(pk__in=ids)
        rows = rows.values_list("pk", "profile__external_id", "profile__public_id")
    place = {key: number for number, key in enumerate(ids)}
    found: dict[str, int] = {}
    twice: set[str] = set()
    for key, external_id, public_id in rows:
        for name in filter(None, (external_id, str(public_id))):
            if name in found:
                twice.add(name)
            found[name] = place[key]
    return {name: number for name, number in found.items() if name not in twice}
