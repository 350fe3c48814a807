"""Where each fact of a party sits in the index: what tables and sides must agree on."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Self

from matching.engine.criteria import WORD, Criteria, Criterion, Level, Overlap, check_criteria


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes of the Level criteria; widths and greatest needs of the Overlap criteria, in order."""

    levels: tuple[str, ...]
    sizes: tuple[int, ...]
    overlaps: tuple[str, ...]
    widths: tuple[int, ...]
    most_needed: tuple[int, ...]

    @classmethod
    def of(cls, criteria: Criteria) -> Self:
        """The layout of a criteria set; `ValueError` says what is wrong with the declaration."""
        if wrong := _mistakes(tuple(criteria)):
            raise ValueError(" ".join(wrong))
        levels = [c for c in criteria if isinstance(c, Level)]
        overlaps = [c for c in criteria if isinstance(c, Overlap)]
        return cls(
            levels=tuple(c.name for c in levels),
            sizes=tuple(c.size for c in levels),
            overlaps=tuple(c.name for c in overlaps),
            widths=tuple(c.width for c in overlaps),
            most_needed=tuple(c.most_needed for c in overlaps),
        )

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(**{name: tuple(value) for name, value in stored.items()})

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
def _mistakes(criteria: tuple[Criterion, ...]) -> list[str]:
    """A declaration never changes, and trying all its values takes long: once is enough."""
    return check_criteria(criteria)
