"""The two sides of a pair, as the engine sees them: integers only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Asked(NamedTuple):
    """A required skill: its weight among the others, 1 or more, and the level, 0 = any."""

    weight: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has things: levels and masks in the order of their criteria, `None` = not said.

    A mask that is said but 0 is a real 0. `id` is the bigint key. `skills` maps each skill to the
    level held, 1 or more.
    """

    id: int
    levels: tuple[int | None, ...]
    masks: tuple[int | None, ...]
    skills: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Requirer:
    """Who needs things: `needs[i]` bits of `masks[i]`; a need of `None` or 0 is not said.

    `skills` maps each required skill to its weight and level.
    """

    id: int
    levels: tuple[int | None, ...]
    masks: tuple[int | None, ...]
    needs: tuple[int | None, ...]
    skills: Mapping[int, Asked]


Party = Holder | Requirer
