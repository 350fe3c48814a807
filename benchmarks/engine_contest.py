"""Contenders who answer the same queries: equal answers are asserted, then they run in turns."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.engine.index import Side
from matching.engine.ranking import FEW, Exclusions, Ranking
from matching.engine.tables import Tables

K = 10
THREADS = 2
SHARDS = 16
"""Parts of the queries that two threads take in turns, so that neither waits long at the end."""

Rank = Callable[[NDArray[np.integer]], Ranking]


@dataclass(frozen=True, slots=True)
class Contender:
    """rank: the best K of some queries; asked: the queries of one round, a slow one's fewer."""

    name: str
    rank: Rank
    asked: NDArray[np.integer]
    clock: Callable[[], float] = time.perf_counter


def contest(
    contenders: Sequence[Contender], rounds: int, *, any_of_ties: bool = False
) -> dict[str, float]:
    """Milliseconds a query of each, the median of rounds in turns.

    `AssertionError` where one disagrees with the first. any_of_ties: of the ids that share the
    last score of a list, a rival may keep others.
    """
    reference = contenders[0].rank(contenders[0].asked)
    for rival in contenders[1:]:
        assert_equal(rival.name, rival.rank(rival.asked), reference, any_of_ties=any_of_ties)
    taken: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for _ in range(rounds):
        for contender in contenders:
            start = contender.clock()
            contender.rank(contender.asked)
            taken[contender.name].append(contender.clock() - start)
    return {each.name: 1000 * median(taken[each.name]) / len(each.asked) for each in contenders}


def spread(side: Side, count: int) -> NDArray[np.int64]:
    """Rows from all over a side: neighbours share a cell, and so ask alike."""
    return np.linspace(0, len(side) - 1, min(count, len(side))).astype(np.int64)


def chosen(ms: Mapping[str, float], people: int) -> float:
    """The time of that kernel which `rank` takes for so many counterparts."""
    return ms["scan" if people < FEW else "pruned"]


def assert_equal(
    name: str, answer: Ranking, reference: Ranking, *, any_of_ties: bool = False
) -> None:
    """answer: of as many queries as the reference, or of its first ones."""
    count = len(answer.ids)
    ids, scores = reference.ids[:count], reference.scores[:count]
    assert (answer.scores == scores).all(), f"{name} gives other scores"
    if any_of_ties:
        surely = scores > scores[:, -1:]
        ids, found = np.where(surely, ids, -1), np.where(surely, answer.ids, -1)
        assert (np.sort(found, axis=1) == np.sort(ids, axis=1)).all(), f"{name} lists other ids"
    else:
        assert (answer.ids == ids).all(), f"{name} lists other ids"


def one_thread(kernel: Callable[..., Ranking], tables: Tables, docs: Side, queries: Side) -> Rank:
    """A kernel as a contender: rows of a side in, lists out."""

    def ranked(rows: NDArray[np.integer]) -> Ranking:
        return kernel(tables, docs, queries, rows, K, Exclusions.none(len(rows)))

    return ranked


def two_threads(rank: Rank) -> Rank:
    """The same on both cores: kernels do not hold the interpreter's lock."""

    def ranked(rows: NDArray[np.integer]) -> Ranking:
        with ThreadPoolExecutor(THREADS) as pool:
            parts = list(pool.map(rank, np.array_split(rows, SHARDS)))
        ids: NDArray[Any] = np.concatenate([part.ids for part in parts])
        return Ranking(ids, np.concatenate([part.scores for part in parts]))

    return ranked
