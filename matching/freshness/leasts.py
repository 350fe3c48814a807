"""The score that takes a party into each stored list of one side, kept from change to change.

Each process keeps one array a side and reads what was written since it looked last: a row bears
the number of the transaction that wrote it, and what was under way at the last look is read again.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from django.conf import settings
from django.db import connection, transaction
from numpy.typing import NDArray

from matching.engine.runs import find
from matching.freshness.pool import Ids, Pool
from matching.pairings.declaration import Side

NEVER = 2**31 - 1
HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
WRITTEN = """
SELECT {side}_id, CASE
        WHEN weights_version <> %(weights)s THEN %(never)s
        WHEN cardinality(ids) < %(most)s THEN 0
        ELSE kth
    END
FROM matching_topmatches
WHERE pairing = %(pairing)s AND {side}_id IS NOT NULL AND stamp >= %(horizon)s
"""


class Leasts:
    """Lists that are not stored, or under other weights, are entered by nobody: a run writes them.

    main: int32, by rank of the index; apart: of owners who are not in it, by id
    """

    def __init__(self, pool: Pool, side: Side) -> None:
        self.side = side
        self.ids = pool.sides[side].main.ids
        self.main = np.full(len(self.ids), NEVER, np.int32)
        self.apart: dict[int, int] = {}
        self.horizon = 0

    def refresh(self, pool: Pool) -> None:
        """Read what was written since; also by this transaction."""
        asked: dict[str, str | int] = {
            "pairing": pool.pairing.slug,
            "weights": pool.weights_version,
            "most": settings.MATCHES_STORED,
            "never": NEVER,
            "horizon": self.horizon,
        }
        with connection.cursor() as cursor:
            cursor.execute(HORIZON)
            (self.horizon,) = cursor.fetchone()
            cursor.execute(WRITTEN.format(side=self.side), asked)
            self._take(np.array(cursor.fetchall(), np.int64).reshape(-1, 2))

    def _take(self, rows: NDArray[np.int64]) -> None:
        known, ranks = find(self.ids, rows[:, 0])
        self.main[ranks] = rows[known, 1]
        self.apart.update(rows[~known].tolist())

    def of(self, ids: Ids) -> NDArray[np.int32]:
        """int32, for each of the ids."""
        if ids is self.ids:
            return self.main
        least = np.array([self.apart.get(id_, NEVER) for id_ in ids.tolist()], np.int32)
        known, ranks = find(self.ids, ids)
        least[known] = self.main[ranks]
        return least


_kept: dict[tuple[str, Side], tuple[tuple[str, int, int], Leasts]] = {}


@contextmanager
def leasts_of(pool: Pool, side: Side) -> Iterator[Leasts]:
    """As of now. What a transaction saw is kept only if it commits; the caller holds the lists."""
    key = pool.pairing.slug, side
    belongs = pool.generation.name, pool.weights_version, settings.MATCHES_STORED
    found = _kept.pop(key, None)
    leasts = found[1] if found and found[0] == belongs else Leasts(pool, side)
    leasts.refresh(pool)
    yield leasts
    transaction.on_commit(lambda: _kept.update({key: (belongs, leasts)}))
