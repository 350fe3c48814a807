"""Stores rankings: COPY into a staging table, then one merge; a newer generation always wins."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db import connection, transaction

from matching.models import TopMatches
from matching.pairings.declaration import Side

STAGE = """
CREATE TEMP TABLE staged (id bigint, ids bigint[], scores int[], kth int) ON COMMIT DROP
"""
FEW = "(VALUES {rows}) AS staged (id, ids, scores, kth)"
MERGE = """
INSERT INTO matching_topmatches
    ({side}_id, pairing, ids, scores, kth, weights_version, generation, updated_at)
SELECT staged.id, %(pairing)s, ids, scores, kth, %(weights_version)s, %(generation)s, now()
FROM {staged} JOIN matching_{side} party ON party.id = staged.id
ON CONFLICT ({side}_id) DO UPDATE SET
    ids = EXCLUDED.ids, scores = EXCLUDED.scores, kth = EXCLUDED.kth,
    weights_version = EXCLUDED.weights_version, generation = EXCLUDED.generation,
    updated_at = EXCLUDED.updated_at
WHERE (matching_topmatches.generation, matching_topmatches.weights_version)
    <= (EXCLUDED.generation, EXCLUDED.weights_version)
"""
FORGET = "DELETE FROM matching_topmatches WHERE pairing = %s AND generation < %s"


MOST_AT_HAND = 100
"""Up to here a statement carries the rows; more are staged by COPY, whose table costs a while."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best counterparts of one party, best first; `kth` is 0 while the list is not full."""

    id: int
    ids: list[int]
    scores: list[int]
    kth: int

    @classmethod
    def of(cls, id_: int, ids: list[int], scores: list[int]) -> Self:
        return cls(id_, ids, scores, scores[-1] if len(ids) == settings.MATCHES_STORED else 0)


def store(
    rankings: Iterable[Ranked], *, side: Side, pairing: str, generation: str, weights_version: int
) -> None:
    """Write one row a party of `side`; parties that are gone by now are left out."""
    lists = list(rankings)
    if not lists:
        return
    said: dict[str, str | int] = {
        "pairing": pairing,
        "generation": generation,
        "weights_version": weights_version,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        if len(lists) <= MOST_AT_HAND:
            rows = ", ".join(map(_row, lists))
            cursor.execute(MERGE.format(side=side, staged=FEW.format(rows=rows)), said)
            return
        cursor.execute(STAGE)
        cursor.copy_expert("COPY staged FROM STDIN", io.StringIO("".join(map(_line, lists))))
        cursor.execute(MERGE.format(side=side, staged="staged"), said)
        cursor.execute("DROP TABLE staged")


def _line(ranked: Ranked) -> str:
    return f"{ranked.id}\t{_array(ranked.ids)}\t{_array(ranked.scores)}\t{ranked.kth}\n"


def _row(ranked: Ranked) -> str:
    """Whole numbers only."""
    ids, scores = f"'{_array(ranked.ids)}'::bigint[]", f"'{_array(ranked.scores)}'::int[]"
    return f"({ranked.id:d}, {ids}, {scores}, {ranked.kth:d})"


def _array(numbers: list[int]) -> str:
    return f"{{{str(numbers)[1:-1]}}}"


def forget(ids: list[int], *, side: Side) -> None:
    """Drop the lists of parties that may not be matched any more."""
    if ids:
        TopMatches.objects.filter(**{f"{side}__in": ids}).delete()


def forget_before(*, pairing: str, generation: str) -> None:
    """Drop the lists of parties that this generation no longer has."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET, [pairing, generation])
