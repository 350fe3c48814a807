"""Stores rankings: COPY into a staging table, then one merge; a newer generation always wins."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

from matching.pairings.declaration import Side

STAGE = """
CREATE TEMP TABLE staged (id bigint, ids bigint[], scores int[], kth int) ON COMMIT DROP
"""
MERGE = """
INSERT INTO matching_topmatches
    ({side}_id, pairing, ids, scores, kth, weights_version, generation, updated_at)
SELECT staged.id, %(pairing)s, ids, scores, kth, %(weights_version)s, %(generation)s, now()
FROM staged JOIN matching_{side} party ON party.id = staged.id
ON CONFLICT ({side}_id) DO UPDATE SET
    ids = EXCLUDED.ids, scores = EXCLUDED.scores, kth = EXCLUDED.kth,
    weights_version = EXCLUDED.weights_version, generation = EXCLUDED.generation,
    updated_at = EXCLUDED.updated_at
WHERE matching_topmatches.generation <= EXCLUDED.generation
"""
FORGET = "DELETE FROM matching_topmatches WHERE pairing = %s AND generation < %s"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best counterparts of one party, best first; `kth` is 0 while the list is not full."""

    id: int
    ids: list[int]
    scores: list[int]
    kth: int


def store(
    rankings: Iterable[Ranked], *, side: Side, pairing: str, generation: str, weights_version: int
) -> None:
    """Write one row a party of `side`; parties that are gone by now are left out."""
    lines = io.StringIO("".join(_line(ranked) for ranked in rankings))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(STAGE)
        cursor.copy_expert("COPY staged FROM STDIN", lines)
        cursor.execute(
            MERGE.format(side=side),
            {"pairing": pairing, "generation": generation, "weights_version": weights_version},
        )
        cursor.execute("DROP TABLE staged")


def _line(ranked: Ranked) -> str:
    return f"{ranked.id}\t{_array(ranked.ids)}\t{_array(ranked.scores)}\t{ranked.kth}\n"


def _array(numbers: list[int]) -> str:
    return f"{{{str(numbers)[1:-1]}}}"


def forget_before(*, pairing: str, generation: str) -> None:
    """Drop the lists of parties that this generation no longer has."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET, [pairing, generation])
