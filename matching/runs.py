"""One run of a pairing: build a generation, score both sides, store, forget what is gone."""

from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction

from matching import generations, storing
from matching.freshness import locks
from matching.freshness.asking import lists_of
from matching.freshness.pool import Pool
from matching.generations import Generation, NoGenerationError
from matching.pairings import registry
from matching.pairings.declaration import SIDES, Pairing, Side

SHARD = 1024
"""Lists a shard: about a second of work, for which a saved profile may have to wait."""
TRIES = 3


@dataclass(frozen=True, slots=True)
class Shard:
    """The lists of those of one side from key `first` up to, not with, `last`; open where `None`.

    By keys and not by places, so that whichever index is the newest serves it. count: how many
    there were as it was handed out
    """

    pairing: str
    side: Side
    first: int | None
    last: int | None
    count: int

    def __len__(self) -> int:
        return self.count

    @property
    def name(self) -> str:
        return f"{self.side} {self.first or 0}"


def prepare(pairing: str, *, rebuild: bool = True) -> tuple[Generation, list[Shard]]:
    """Index both sides as they are now, unless told otherwise, and say what is to be scored."""
    pool = _pool(registry.get(pairing), rebuild)
    return pool.generation, [shard for side in SIDES for shard in _shards(pool, side)]


def _pool(pairing: Pairing, rebuild: bool) -> Pool:
    if not rebuild:
        with suppress(NoGenerationError):
            return Pool.read(pairing)
    generations.build(pairing)
    return Pool.read(pairing)


def _shards(pool: Pool, side: Side) -> list[Shard]:
    ids = pool.sides[side].between(None, None)
    cuts = ids[SHARD::SHARD].tolist()
    firsts, lasts = [None, *cuts], [*cuts, None]
    return [
        Shard(pool.pairing.slug, side, first, last, min(SHARD, len(ids) - place * SHARD))
        for place, (first, last) in enumerate(zip(firsts, lasts, strict=True))
        if len(ids)
    ]


def score(shard: Shard) -> None:
    """Rank and store one shard over whoever is there now; twice or late, it changes nothing.

    Somebody who changed meanwhile makes it begin again; at last they wait until it has stored.
    """
    pairing = registry.get(shard.pairing)
    if any(_is_scored(pairing, shard) for _ in range(TRIES)):
        return
    with transaction.atomic():
        locks.share_lists(shard.pairing)
        _is_scored(pairing, shard)


def _is_scored(pairing: Pairing, shard: Shard) -> bool:
    pool = Pool.read(pairing)
    ids = pool.sides[shard.side].between(shard.first, shard.last)
    lists = list(lists_of(pool, shard.side, ids))
    with transaction.atomic():
        locks.share_lists(shard.pairing)
        if not pool.is_current():
            return False
        pool.store(shard.side, lists)
    return True


def finish(pairing: str, generation: str) -> None:
    """After the last shard: parties that are no longer there lose their lists."""
    storing.forget_before(pairing=pairing, generation=generation)


def run(pairing: str, *, rebuild: bool = True) -> None:
    """The whole run here and now; inside, its pairing's other runs and changes wait."""
    with transaction.atomic():
        locks.hold_index(pairing)
        locks.hold_lists(pairing)
        generation, shards = prepare(pairing, rebuild=rebuild)
        for shard in shards:
            score(shard)
        finish(pairing, generation.name)
