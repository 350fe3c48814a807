"""Every Level and Overlap function tabulated, with both sides' weights multiplied in.

An entry holds both sides' points in one int64, holder's << 32 | requirer's, so that one addition
serves both. A veto is so negative that no sum of others brings it back to 0, and all of them
together stay within an int64. Index 0 of a code or a need means "not said".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.engine.criteria import (
    UNSAID,
    Coverage,
    Criteria,
    Level,
    Overlap,
    Weights,
    check_weights,
)
from matching.engine.layout import Layout

HOLDER_SHIFT = 32
VETO = -(1 << 57)


@dataclass(frozen=True, slots=True)
class Tables:
    """What the kernel adds up, for one criteria set and one set of weights.

    levels: int64 [level, holder's code + 1, requirer's code + 1]
    overlaps: int64 [overlap + 1, need, common bits]; the last counts nothing
    coverage: the (holder's, requirer's) weight of the Coverage
    credit: uint16 [level held, level asked], twentieths; 0 where nothing is held
    """

    layout: Layout
    levels: NDArray[np.int64]
    overlaps: NDArray[np.int64]
    coverage: tuple[int, int]
    credit: NDArray[np.uint16]


def compile_tables(criteria: Criteria, weights: Weights) -> Tables:
    """Tabulate a criteria set; `ValueError` says what is wrong with it or with its weights."""
    layout = Layout.of(criteria)
    if wrong := check_weights(criteria, weights):
        raise ValueError(" ".join(wrong))
    levels = [c for c in criteria if isinstance(c, Level)]
    overlaps = [c for c in criteria if isinstance(c, Overlap)]
    coverage = next(c for c in criteria if isinstance(c, Coverage))
    codes = 1 + max(layout.sizes, default=0)
    needs = 1 + max(layout.most_needed, default=0)
    commons = 1 + max(layout.widths, default=0)
    tables = Tables(
        layout=layout,
        levels=np.full((len(levels), codes, codes), VETO, np.int64),
        overlaps=np.full((len(overlaps) + 1, needs, commons), VETO, np.int64),
        coverage=weights[coverage.name],
        credit=_credits(coverage),
    )
    for place, level in enumerate(levels):
        _tabulate_level(tables.levels[place], level, weights[level.name])
    for place, overlap in enumerate(overlaps):
        _tabulate_overlap(tables.overlaps[place], overlap, weights[overlap.name])
    tables.overlaps[-1] = 0
    return tables


def _credits(coverage: Coverage) -> NDArray[np.uint16]:
    codes = range(coverage.levels + 1)
    return np.array(
        [[coverage.credit(held, asked) if held else 0 for asked in codes] for held in codes],
        np.uint16,
    )


def _packed(value: int | None, weight: tuple[int, int]) -> int:
    if value is None:
        return VETO
    holder_weight, requirer_weight = weight
    return (holder_weight * value << HOLDER_SHIFT) + requirer_weight * value


def _tabulate_level(table: NDArray[np.int64], level: Level, weight: tuple[int, int]) -> None:
    table[0, :] = table[:, 0] = _packed(UNSAID, weight)
    for holder in range(level.size):
        for requirer in range(level.size):
            table[holder + 1, requirer + 1] = _packed(level.value(holder, requirer), weight)


def _tabulate_overlap(table: NDArray[np.int64], overlap: Overlap, weight: tuple[int, int]) -> None:
    table[0, :] = _packed(UNSAID, weight)
    for need in range(1, overlap.most_needed + 1):
        for common in range(overlap.width + 1):
            table[need, common] = _packed(overlap.value(common, need), weight)
