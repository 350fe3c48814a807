"""The exact k best counterparts of every query, without those it must not meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.engine.index import Side
from matching.engine.kernel import LOW, rank_all
from matching.engine.operands import docs_of, queries_of
from matching.engine.tables import Tables

MOST_ASKED = 1_000


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Ids that each query must not meet: those of query i are ids[ptr[i]:ptr[i + 1]], ascending.

    ptr: int64 [queries + 1]; ids: int64. An id that is not among the docs does no harm.
    """

    ptr: NDArray[np.int64]
    ids: NDArray[np.int64]

    @classmethod
    def from_lists(cls, lists: Sequence[Iterable[int]]) -> Self:
        """One list of ids for each query, in any order."""
        runs = [sorted(set(ids)) for ids in lists]
        ptr = np.cumsum([0, *(len(run) for run in runs)], dtype=np.int64)
        return cls(ptr, np.array([id_ for run in runs for id_ in run], np.int64))

    @classmethod
    def none(cls, queries: int) -> Self:
        """Nothing excluded, for so many queries."""
        return cls(np.zeros(queries + 1, np.int64), np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first, ties to the smaller id. ids: int64 [queries, k]; scores: int32 [queries, k].

    Scores are 0..1,000,000; both are -1 where a query has fewer than k counterparts.
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.int32]


def scan(
    tables: Tables,
    docs: Side,
    queries: Side,
    rows: NDArray[np.integer],
    k: int,
    excluded: Exclusions,
) -> Ranking:
    """Score every doc for each of the queries' `rows` (see `Side.rows_of`); keep k a row.

    One thread, without the interpreter's lock. `ValueError` where the arguments do not belong
    together.
    """
    _check(tables, docs, queries, rows, k, excluded)
    keys = rank_all(
        tables.levels,
        np.pad(tables.overlaps, ((0, 1), (0, 0), (0, 0))),
        tables.coverage,
        docs_of(docs),
        queries_of(docs, queries, rows.astype(np.int64), excluded.ptr, excluded.ids),
        k,
        queries.role == "requirers",
    )
    keys = np.sort(keys, axis=1)[:, ::-1]
    found = keys >= 0
    ids = np.full(keys.shape, -1, np.int64)
    ids[found] = docs.ids[LOW - (keys[found] & LOW)]
    return Ranking(ids, (keys >> 32).astype(np.int32))


def _check(
    tables: Tables,
    docs: Side,
    queries: Side,
    rows: NDArray[np.integer],
    k: int,
    excluded: Exclusions,
) -> None:
    if docs.role == queries.role:
        raise ValueError(f"Both sides are {docs.role}: compare holders with requirers.")
    if not tables.layout == docs.layout == queries.layout:
        raise ValueError("The criteria changed since a side was indexed: index both sides again.")
    if not 1 <= k <= MOST_ASKED:
        raise ValueError(f"Cannot keep {k} a query: ask for 1 to {MOST_ASKED}.")
    if len(rows) and not 0 <= rows.min() <= rows.max() < len(queries):
        raise ValueError(f"A row is not among the {len(queries)} {queries.role}: use rows_of.")
    if len(excluded.ptr) != len(rows) + 1:
        raise ValueError(
            f"There are {len(excluded.ptr) - 1} lists of exclusions for {len(rows)} queries: "
            "give one each, empty where nothing is excluded."
        )
