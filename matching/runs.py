"""One run of a pairing: build a generation, score both sides, store, forget what is gone."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from matching import generations, storing, weights
from matching.engine.ranking import Exclusions, Ranking, rank
from matching.engine.tables import compile_tables
from matching.generations import Generation
from matching.models import TopMatches
from matching.pairings import registry
from matching.pairings.declaration import Side
from matching.storing import Ranked

SHARD = 4096
"""Queries a shard."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A slice of one side's queries, all a worker needs to know of it."""

    pairing: str
    generation: str
    side: Side
    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start


def prepare(pairing: str) -> tuple[Generation, list[Shard]]:
    """Index both sides as they are now and say what is to be scored."""
    generation = generations.build(registry.get(pairing))
    shards = [
        Shard(pairing, generation.name, side, start, min(start + SHARD, count))
        for side, count in _sizes(generation)
        for start in range(0, count, SHARD)
    ]
    return generation, shards


def _sizes(generation: Generation) -> Iterator[tuple[Side, int]]:
    sides: tuple[Side, Side] = ("opening", "candidacy")
    for side in sides:
        yield side, len(generation.index(side))


def score(shard: Shard) -> None:
    """Rank and store one shard; running it twice, or after a newer one, changes nothing."""
    generation = Generation(registry.get(shard.pairing), shard.generation)
    current = weights.current(generation.pairing)
    tables = compile_tables(generation.pairing.criteria, current.weights)
    other: Side = "candidacy" if shard.side == "opening" else "opening"
    queries, docs = generation.index(shard.side), generation.index(other)
    ids = queries.ids[shard.start : shard.stop]
    ranking = rank(
        tables,
        docs,
        queries,
        queries.rows_of(ids),
        TopMatches.MOST,
        _excluded(generation, shard.side, ids),
    )
    storing.store(
        _ranked(ids, ranking),
        side=shard.side,
        pairing=shard.pairing,
        generation=shard.generation,
        weights_version=current.version,
    )


def _excluded(generation: Generation, side: Side, ids: NDArray[np.int64]) -> Exclusions:
    """For each query in the order of `ids`, whom it never meets."""
    pairs = generation.excluded_pairs()
    own, theirs = (0, 1) if side == "opening" else (1, 0)
    order = np.lexsort((pairs[:, theirs], pairs[:, own]))
    sorted_pairs = np.asarray(pairs)[order]
    first = np.searchsorted(sorted_pairs[:, own], ids, side="left")
    last = np.searchsorted(sorted_pairs[:, own], ids, side="right")
    ptr = np.concatenate([[0], np.cumsum(last - first)]).astype(np.int64)
    picked = [sorted_pairs[a:b, theirs] for a, b in zip(first, last, strict=True)]
    found = np.concatenate(picked) if picked else np.empty(0, np.int64)
    return Exclusions(ptr=ptr, ids=found.astype(np.int64))


def _ranked(ids: NDArray[np.int64], ranking: Ranking) -> Iterator[Ranked]:
    for party, found, scores in zip(ids.tolist(), ranking.ids, ranking.scores, strict=True):
        there = found >= 0
        kth = int(scores[-1]) if there.all() else 0
        yield Ranked(party, found[there].tolist(), scores[there].tolist(), kth)


def finish(pairing: str, generation: str) -> None:
    """After the last shard: parties that are no longer there lose their lists."""
    storing.forget_before(pairing=pairing, generation=generation)


def run(pairing: str) -> None:
    """The whole run here and now; inside, its pairing's other runs wait for their turn."""
    with transaction.atomic():
        generation, shards = prepare(pairing)
        for shard in shards:
            score(shard)
        finish(pairing, generation.name)
