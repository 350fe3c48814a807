"""The best counterparts of some parties, over the index and those who changed since."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from matching.engine.index import Side as Index
from matching.engine.ranking import Exclusions, rank, reaching
from matching.engine.runs import find
from matching.freshness.leasts import Leasts
from matching.freshness.pool import Ids, Pool
from matching.pairings.declaration import Side, other
from matching.queries.exclusions import excluded_of
from matching.storing import Ranked

Keys = tuple[Ids, NDArray[np.int32]]
"""ids, scores: [queries, k], best first, -1 where there is nobody."""


def lists_of(
    pool: Pool, side: Side, ids: Ids, barred: Mapping[int, Collection[int]] | None = None
) -> Iterator[Ranked]:
    """Of those of `ids` (ascending) who are there, the list: without whomever they must not meet.

    barred: whom each of them must not meet, where that is known already
    """
    if barred is None:
        barred = excluded_of(pool.pairing.slug, side, ids.tolist())
    for index, absent in pool.sides[side].parts():
        there = ids[find(index.ids, ids)[0]]
        asking = there[~find(absent, there)[0]]
        if len(asking):
            excluded = Exclusions.from_lists([barred.get(id_, ()) for id_ in asking.tolist()])
            found = _ranked(pool, other(side), index, asking, excluded)
            yield from _lists(asking, *found)


def _ranked(pool: Pool, side: Side, index: Index, asking: Ids, excluded: Exclusions) -> Keys:
    rows, most = index.rows_of(asking), settings.MATCHES_STORED
    found = [
        rank(pool.tables, docs, index, rows, most, excluded, absent)
        for docs, absent in pool.sides[side].parts()
    ]
    ids = np.concatenate([ranking.ids for ranking in found], axis=1)
    scores = np.concatenate([ranking.scores for ranking in found], axis=1)
    best = np.lexsort((ids, -scores), axis=1)[:, :most]
    return np.take_along_axis(ids, best, axis=1), np.take_along_axis(scores, best, axis=1)


def _lists(asking: Ids, ids: Ids, scores: NDArray[np.int32]) -> Iterator[Ranked]:
    for party, found, theirs in zip(asking.tolist(), ids, scores, strict=True):
        there = found >= 0
        yield Ranked.of(party, found[there].tolist(), theirs[there].tolist())


def reached(
    pool: Pool, leasts: Leasts, index: Index, row: int
) -> Iterator[tuple[Ids, NDArray[np.int32]]]:
    """Owners and scores of the lists that the party in that row could stand in."""
    for docs, absent in pool.sides[leasts.side].parts():
        ids, scores = reaching(pool.tables, docs, index, row, leasts.of(docs.ids))
        there = ~find(absent, ids)[0]
        yield ids[there], scores[there]
