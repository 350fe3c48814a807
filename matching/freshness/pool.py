"""Everyone who may be matched in a pairing now: the newest index and who changed since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matching import generations, storing, weights
from matching.engine.index import Side as Index
from matching.engine.runs import find
from matching.engine.tables import Tables, compile_tables
from matching.freshness import changes
from matching.freshness.changes import Changed
from matching.generations import Generation
from matching.pairings.declaration import SIDES, Pairing, Side
from matching.storing import Ranked

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Segments:
    """One side. Whoever is among `changed` (ascending) counts as `recent` has it, or not at all."""

    main: Index
    recent: Index
    changed: Ids

    def __contains__(self, id_: int) -> bool:
        return self.place(id_) is not None

    def place(self, id_: int) -> tuple[Index, int] | None:
        """The index and the row in it where the party stands, if it is there."""
        wanted = np.array([id_], np.int64)
        index = self.recent if find(self.changed, wanted)[0].all() else self.main
        known, ranks = find(index.ids, wanted)
        return (index, int(index.row[ranks[0]])) if known.all() else None

    def parts(self) -> Iterator[tuple[Index, Ids]]:
        """Each index with the ids that count as absent from it."""
        yield self.main, self.changed
        if len(self.recent):
            yield self.recent, np.empty(0, np.int64)

    def between(self, first: int | None, last: int | None) -> Ids:
        """The ids of `first` and up to, not with, `last`; open where `None`. Ascending."""
        old, new = _cut(self.main.ids, first, last), _cut(self.recent.ids, first, last)
        return np.sort(np.concatenate([old[~find(self.changed, old)[0]], new]))


def _cut(ids: Ids, first: int | None, last: int | None) -> Ids:
    low = 0 if first is None else np.searchsorted(ids, first)
    high = len(ids) if last is None else np.searchsorted(ids, last)
    return np.asarray(ids[low:high])


@dataclass(frozen=True, slots=True)
class Pool:
    """A pairing as of one change, with the weights that count."""

    pairing: Pairing
    generation: Generation
    number: int
    weights_version: int
    tables: Tables
    changed: Changed
    sides: Mapping[Side, Segments]

    @classmethod
    def read(cls, pairing: Pairing) -> "Pool":
        """As it is now. Raises NoGenerationError where there is no index to start from."""
        kept = _kept.get(pairing.slug)
        return kept if kept and kept.is_current() else cls._read(pairing).kept()

    @classmethod
    def _read(cls, pairing: Pairing) -> "Pool":
        generation = generations.current(pairing)
        changed, number = changes.since(pairing, generation.changes)
        counted = weights.current(pairing)
        return cls(
            pairing=pairing,
            generation=generation,
            number=number,
            weights_version=counted.version,
            tables=compile_tables(pairing.criteria, counted.weights),
            changed=changed,
            sides={side: _segments(generation, side, changed) for side in SIDES},
        )

    def kept(self) -> "Pool":
        """Itself, for the next who reads it in this process; an older number never comes again."""
        _kept[self.pairing.slug] = self
        return self

    def after(self, changed: Changed, number: int) -> "Pool":
        """The same pool once these parties are as given."""
        both = {side: {**self.changed[side], **changed[side]} for side in SIDES}
        sides = {
            side: _segments(self.generation, side, both) if changed[side] else self.sides[side]
            for side in SIDES
        }
        return replace(self, number=number, changed=both, sides=sides)

    def is_current(self) -> bool:
        """Whether what was computed over it may be stored; asked where the lists are shared."""
        return (
            generations.is_current(self.generation)
            and changes.last_number(self.pairing.slug, self.generation.changes) == self.number
            and weights.current(self.pairing).version == self.weights_version
        )

    def store(self, side: Side, lists: Iterable[Ranked]) -> None:
        storing.store(
            lists,
            side=side,
            pairing=self.pairing.slug,
            generation=self.generation.name,
            weights_version=self.weights_version,
        )


_kept: dict[str, Pool] = {}


def _segments(generation: Generation, side: Side, changed: Changed) -> Segments:
    there = [party for party in changed[side].values() if party is not None]
    return Segments(
        main=generation.index(side),
        recent=generations.index_of(generation.pairing, side, there),
        changed=np.array(sorted(changed[side]), np.int64),
    )
