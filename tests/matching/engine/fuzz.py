"""Random pairs until every class of every criterion has occurred: kernels against the oracle."""

import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching.engine.criteria import Criteria, Weights
from matching.engine.explanation import State, explain
from matching.engine.index import Side
from matching.engine.oracle import best
from matching.engine.parties import Holder, Party, Requirer
from matching.engine.ranking import Exclusions, Ranking, pruned, scan
from matching.engine.tables import compile_tables
from tests.matching.engine.draws import (
    draw_exclusions,
    draw_holders,
    draw_requirers,
    draw_weights,
)
from tests.matching.engine.planting import STATES, plant

HOLDERS, REQUIRERS = 50, 30
LENGTHS = (5, 2, 10, 60, 1, 3, 20)
SAMPLED = 30
"""Pairs a round whose findings are counted: explaining all would take most of the time."""


@dataclass(slots=True)
class Counts:
    """What occurred in one criteria set. `states`: (criterion, state of its finding).

    compared: directions compared so far; each takes the next of LENGTHS as its k
    """

    compared: int = 0
    pairs: int = 0
    lists: int = 0
    full_lists: int = 0
    ties: int = 0
    exclusions: int = 0
    states: Counter[tuple[str, State]] = field(default_factory=Counter)
    mismatches: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        states = ", ".join(
            f"{name} {state} {n}" for (name, state), n in sorted(self.states.items())
        )
        return (
            f"{self.pairs:,} pairs both ways, {self.lists:,} lists, {self.full_lists:,} full, "
            f"{self.ties:,} with ties, {self.exclusions:,} exclusions, "
            f"{len(self.mismatches)} mismatches\n  of a sample: {states}"
        )


def run(pairs: int, seed: int, sets: Mapping[str, Criteria]) -> dict[str, Counts]:
    """At least `pairs` random pairs spread over the criteria sets, each scored both ways."""
    counts = {name: Counts() for name in sets}
    rng = random.Random(seed)
    while sum(count.pairs for count in counts.values()) < pairs:
        for name, criteria in sets.items():
            _round(rng, criteria, counts[name])
    return counts


def _round(rng: random.Random, criteria: Criteria, counts: Counts) -> None:
    weights = draw_weights(rng, criteria)
    holders = draw_holders(rng, criteria, HOLDERS)
    requirers = draw_requirers(rng, criteria, REQUIRERS)
    for place, state in enumerate(STATES):
        pair = plant(criteria, state, (holders[place], requirers[place]))
        holders[place], requirers[place] = pair
    counts.pairs += len(holders) * len(requirers)
    _compare(rng, criteria, weights, requirers, holders, counts)
    _compare(rng, criteria, weights, holders, requirers, counts)
    for holder, requirer in zip(holders[:SAMPLED], requirers[:SAMPLED], strict=True):
        explained = explain(holder, requirer, criteria, weights)
        counts.states.update((finding.name, finding.state) for finding in explained.findings)


def _compare(
    rng: random.Random,
    criteria: Criteria,
    weights: Weights,
    queries: Sequence[Party],
    docs: Sequence[Party],
    counts: Counts,
) -> None:
    k = LENGTHS[counts.compared % len(LENGTHS)]
    counts.compared += 1
    excluded = [draw_exclusions(rng, docs) for _ in queries]
    absent = (
        set(rng.sample([doc.id for doc in docs], len(docs) // 10)) if rng.random() < 0.3 else set()
    )
    found = [
        ranked(kernel, criteria, weights, queries, docs, k, excluded, absent)
        for kernel in (scan, pruned)
    ]
    for row, query in enumerate(queries):
        expected = best(query, docs, criteria, weights, k, absent.union(excluded[row]))
        counts.lists += 1
        counts.full_lists += len(expected) == k
        counts.ties += len({score for _, score in expected}) < len(expected)
        counts.exclusions += len(excluded[row])
        for got in found:
            if listed(got, row) != expected:
                counts.mismatches.append(f"{query} {weights} {expected} {listed(got, row)}")


def scanned(
    criteria: Criteria,
    weights: Weights,
    queries: Sequence[Party],
    docs: Sequence[Party],
    k: int,
    excluded: Sequence[Sequence[int]],
) -> Ranking:
    """The scan's answer for every query, indexed afresh."""
    return ranked(scan, criteria, weights, queries, docs, k, excluded)


def ranked(
    kernel: Callable[..., Ranking],
    criteria: Criteria,
    weights: Weights,
    queries: Sequence[Party],
    docs: Sequence[Party],
    k: int,
    excluded: Sequence[Sequence[int]],
    absent: Collection[int] = frozenset(),
) -> Ranking:
    """A kernel's answer for every query, indexed afresh."""
    asking = side_of(criteria, queries)
    rows = asking.rows_of(query.id for query in queries)
    tables = compile_tables(criteria, weights)
    exclusions, gone = Exclusions.from_lists(excluded), np.array(sorted(absent), np.int64)
    return kernel(tables, side_of(criteria, docs), asking, rows, k, exclusions, gone)


def side_of(criteria: Criteria, parties: Sequence[Party]) -> Side:
    holders = [party for party in parties if isinstance(party, Holder)]
    if holders:
        return Side.from_holders(criteria, holders)
    return Side.from_requirers(criteria, [p for p in parties if isinstance(p, Requirer)])


def listed(ranking: Ranking, row: int) -> list[tuple[int, int]]:
    """One row as the oracle gives it: (id, score), without the padding."""
    pairs = zip(ranking.ids[row].tolist(), ranking.scores[row].tolist(), strict=True)
    return [(id_, score) for id_, score in pairs if score >= 0]
