"""The exact k best counterparts of every query, without those it must not meet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.engine.index import Side
from matching.engine.kernels.heap import LOW
from matching.engine.kernels.pruning import rank_best
from matching.engine.kernels.reaching import reach_all
from matching.engine.kernels.scanning import rank_all
from matching.engine.operands import docs_of, queries_of
from matching.engine.tables import Tables

MOST_ASKED = 1_000
FEW = 40_000
"""Docs below which the exhaustive scan is the faster one."""
NOBODY = np.zeros(0, np.int64)


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


def rank(
    tables: Tables,
    docs: Side,
    queries: Side,
    rows: NDArray[np.integer],
    k: int,
    excluded: Exclusions,
    absent: NDArray[np.int64] = NOBODY,
) -> Ranking:
    """The k best docs for each of the queries' `rows` (see `Side.rows_of`), by the faster kernel.

    absent: ascending ids of docs that count as not there. One thread, without the interpreter's
    lock. `ValueError` where the arguments do not belong together.
    """
    kernel = scan if len(docs) < FEW else pruned
    return kernel(tables, docs, queries, rows, k, excluded, absent)


def scan(
    tables: Tables,
    docs: Side,
    queries: Side,
    rows: NDArray[np.integer],
    k: int,
    excluded: Exclusions,
    absent: NDArray[np.int64] = NOBODY,
) -> Ranking:
    """As `rank`, by scoring every doc."""
    return _rank(rank_all, tables, docs, queries, rows, k, excluded, absent)


def pruned(
    tables: Tables,
    docs: Side,
    queries: Side,
    rows: NDArray[np.integer],
    k: int,
    excluded: Exclusions,
    absent: NDArray[np.int64] = NOBODY,
) -> Ranking:
    """As `rank`, by scoring only docs that may enter a list."""
    return _rank(rank_best, tables, docs, queries, rows, k, excluded, absent)


def reaching(
    tables: Tables,
    docs: Side,
    queries: Side,
    row: int,
    least: NDArray[np.int32],
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Ids and scores of the docs that score at least `least` with one query, in no order.

    least: int32 [docs], by place in docs.ids. Exclusions are the caller's to know.
    """
    _check(tables, docs, queries, np.array([row]), 1)
    if len(least) != len(docs):
        raise ValueError(f"There are {len(least)} bars for {len(docs)} docs: give one each.")
    rows = np.array([row], np.int64)
    asked = queries_of(docs, queries, rows, (np.zeros(2, np.int64), NOBODY), NOBODY)
    requiring = queries.role == "requirers"
    ranks, scores = reach_all(
        tables.levels, tables.overlaps, tables.coverage, tables.credit, docs_of(docs), asked,
        least, requiring,
    )  # fmt: skip
    return docs.ids[ranks], scores


def _rank(
    kernel: Callable[..., NDArray[np.int64]],
    tables: Tables,
    docs: Side,
    queries: Side,
    rows: NDArray[np.integer],
    k: int,
    excluded: Exclusions,
    absent: NDArray[np.int64],
) -> Ranking:
    _check(tables, docs, queries, rows, k)
    _check_exclusions(excluded, rows)
    exclusions = (excluded.ptr, excluded.ids)
    asked = queries_of(docs, queries, rows.astype(np.int64), exclusions, absent)
    keys = kernel(
        tables.levels, tables.overlaps, tables.coverage, tables.credit, docs_of(docs), asked,
        k, queries.role == "requirers",
    )  # fmt: skip
    keys = np.sort(keys, axis=1)[:, ::-1]
    found = keys >= 0
    ids = np.full(keys.shape, -1, np.int64)
    ids[found] = docs.ids[LOW - (keys[found] & LOW)]
    return Ranking(ids, (keys >> 32).astype(np.int32))


def _check(tables: Tables, docs: Side, queries: Side, rows: NDArray[np.integer], k: int) -> None:
    if docs.role == queries.role:
        raise ValueError(f"Both sides are {docs.role}: compare holders with requirers.")
    if not tables.layout == docs.layout == queries.layout:
        raise ValueError("The criteria changed since a side was indexed: index both sides again.")
    if not 1 <= k <= MOST_ASKED:
        raise ValueError(f"Cannot keep {k} a query: ask for 1 to {MOST_ASKED}.")
    if len(rows) and not 0 <= rows.min() <= rows.max() < len(queries):
        raise ValueError(f"A row is not among the {len(queries)} {queries.role}: use rows_of.")


def _check_exclusions(excluded: Exclusions, rows: NDArray[np.integer]) -> None:
    if len(excluded.ptr) != len(rows) + 1:
        raise ValueError(
            f"There are {len(excluded.ptr) - 1} lists of exclusions for {len(rows)} queries: "
            "give one each, empty where nothing is excluded."
        )
