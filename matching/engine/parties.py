"""The two sides of a pair, as the engine sees them: integers only."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has things: levels and masks in the order of their criteria, `None` = not said.

    A mask that is said but 0 is a real 0. `id` is the bigint key.
    """

    id: int
    levels: tuple[int | None, ...]
    masks: tuple[int | None, ...]
    skills: frozenset[int]


@dataclass(frozen=True, slots=True)
class Requirer:
    """Who needs things: `needs[i]` bits of `masks[i]`; a need of `None` or 0 is not said.

    `skills` maps each required skill to its weight, 1 or more.
    """

    id: int
    levels: tuple[int | None, ...]
    masks: tuple[int | None, ...]
    needs: tuple[int | None, ...]
    skills: Mapping[int, int]


Party = Holder | Requirer
