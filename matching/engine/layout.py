"""Where each fact of a party sits in the index: what tables and sides must agree on."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Self

from matching.engine.criteria import (
    WORD,
    Coverage,
    Criteria,
    Criterion,
    Level,
    Overlap,
    check_criteria,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes of the Level criteria; widths and greatest needs of the Overlap criteria, in order.

    strictest: places of the levels, those that veto the most pairs of codes first
    skill_levels: how many levels a skill may be held at
    """

    levels: tuple[str, ...]
    sizes: tuple[int, ...]
    strictest: tuple[int, ...]
    overlaps: tuple[str, ...]
    widths: tuple[int, ...]
    most_needed: tuple[int, ...]
    skill_levels: int

    @classmethod
    def of(cls, criteria: Criteria) -> "Layout":
        """The layout of a criteria set; `ValueError` says what is wrong with the declaration."""
        return _layout(tuple(criteria))

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        told: dict[str, Any] = {
            name: tuple(each) if isinstance(each, list) else each for name, each in stored.items()
        }
        return cls(**told)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """(word, shift) of every mask: first fit into 64-bit words, none split in two."""
        used: list[int] = []
        places = []
        for width in self.widths:
            word = next((w for w, bits in enumerate(used) if bits + width <= WORD), len(used))
            if word == len(used):
                used.append(0)
            places.append((word, used[word]))
            used[word] += width
        return tuple(places)

    @property
    def words(self) -> int:
        """How many 64-bit words hold one party's masks."""
        return 1 + max((word for word, _ in self.places), default=-1)


@lru_cache
def _layout(criteria: tuple[Criterion, ...]) -> Layout:
    """A declaration never changes, and trying all its values takes long: once is enough."""
    if wrong := check_criteria(criteria):
        raise ValueError(" ".join(wrong))
    levels = [c for c in criteria if isinstance(c, Level)]
    overlaps = [c for c in criteria if isinstance(c, Overlap)]
    vetoes = [_veto_share(level) for level in levels]
    return Layout(
        levels=tuple(c.name for c in levels),
        sizes=tuple(c.size for c in levels),
        strictest=tuple(sorted(range(len(levels)), key=lambda place: -vetoes[place])),
        overlaps=tuple(c.name for c in overlaps),
        widths=tuple(c.width for c in overlaps),
        most_needed=tuple(c.most_needed for c in overlaps),
        skill_levels=next(c.levels for c in criteria if isinstance(c, Coverage)),
    )


def _veto_share(level: Level) -> float:
    codes = range(level.size)
    return sum(level.value(h, r) is None for h in codes for r in codes) / level.size**2
