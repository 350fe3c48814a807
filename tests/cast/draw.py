"""Seeded chance with the few questions that the cast asks of it."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")

SAID = 0.92
"""How often people answer a question that they may leave out."""


class Draw(Random):
    def chance(self, share: float) -> bool:
        return self.random() < share

    def weighted(self, weights: Mapping[T, int]) -> T:
        """One of the keys, as often as its weight says."""
        return self.choices(list(weights), list(weights.values()))[0]

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """Between `least` and `most` different items, in the order of `items`."""
        count = min(self.randint(least, most), len(items))
        return [items[place] for place in sorted(self.sample(range(len(items)), count))]

    def said(self, value: T, share: float = SAID) -> T | None:
        """The value, or `None` where someone did not answer."""
        return value if self.chance(share) else None

    def rounded(self, low: int, high: int, step: int) -> int:
        """An amount between the two, in whole steps."""
        return self.randint(low // step, high // step) * step

    def public_id(self) -> UUID:
        return UUID(int=self.getrandbits(128), version=4)
