"""What the skills of docs earn with one query, in twentieths times weight, by row."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.building import LEVEL_BITS
from matching.engine.compiled import inlined, inner, unsigned
from matching.engine.criteria import FULL_CREDIT, ONE
from matching.engine.operands import Queries

LEVELS = (1 << LEVEL_BITS) - 1
PER_MILLE = ONE // FULL_CREDIT
"""coverage = PER_MILLE * earned // total weight: a twentieth is 50 per mille."""


@inner
def credits_of(
    credit: NDArray[np.uint16], queries: Queries, query: int, requiring: bool
) -> NDArray[np.uint16]:
    """uint16 [skill of the query, level of a doc]: what the skill earns, times its weight."""
    start, end = queries.skill_ptr[query], queries.skill_ptr[query + 1]
    credits = np.zeros((end - start, LEVELS + 1), np.uint16)
    for entry in range(start, end):
        level, weight = queries.level[entry], queries.weight[entry]
        for own in range(credit.shape[0]):
            each = credit[own, level] if requiring else credit[level, own]
            credits[entry - start, own] = each * weight
    return credits


@inner
def earn(
    earned: NDArray[np.uint16],
    first: int,
    cursor: int,
    stop: int,
    post: NDArray[np.uint32],
    post_weight: NDArray[np.uint16],
    credits: NDArray[np.uint16],
    requiring: bool,
) -> int:
    """Add one skill of a query to the docs in rows first to first + len(earned).

    cursor, stop: where its list goes on and ends; credits: by the docs' levels, times a docs' own
    weight where it is they that require. Returns where the list goes on after these rows.
    """
    end, base = unsigned(first + earned.shape[0]), unsigned(first)
    for at in range(unsigned(cursor), unsigned(stop)):
        entry = post[at]
        row = unsigned(entry >> LEVEL_BITS)
        if row >= end:
            return int(at)
        points = credits[unsigned(entry & LEVELS)]
        if requiring:
            earned[row - base] += points
        else:
            earned[row - base] += points * post_weight[at]
    return stop


@inlined
def any_covers(
    earned: NDArray[np.uint16],
    start: int,
    stop: int,
    row: int,
    wanted: int,
    requiring: bool,
    totals: NDArray[np.uint16],
    total: int,
) -> bool:
    """Whether any doc of a run covers what is wanted, per mille. No branches: many docs a step.

    earned[start:stop] is what the docs from `row` earned; totals: their own weights where it is
    they that require, total: the query's.
    """
    if requiring:
        most = np.uint16(0)
        for i in range(unsigned(start), unsigned(stop)):
            each = earned[i]
            most = each if each > most else most
        return PER_MILLE * int(most) >= wanted * total
    reaching = np.uint32(0)
    for i in range(unsigned(stop - start)):
        whole = np.uint32(earned[unsigned(start) + i]) * np.uint32(PER_MILLE)
        reaching |= np.uint32(whole >= np.uint32(totals[unsigned(row) + i]) * np.uint32(wanted))
    return bool(reaching > 0)


@inner
def mark_covering(
    covers: NDArray[np.uint64],
    earned: NDArray[np.uint16],
    row: int,
    wanted: int,
    requiring: bool,
    totals: NDArray[np.uint16],
    total: int,
) -> int:
    """Say of each doc of a run whether it covers what is wanted, in a byte each; how many words.

    Arguments as of `any_covers`. No branches: many docs a step.
    """
    size = earned.shape[0]
    words: int = (size + 7) // 8
    covers[words - 1] = 0
    marks = covers.view(np.uint8)
    if requiring:
        bar = np.uint32(wanted * total)
        for i in range(size):
            marks[i] = np.uint32(earned[i]) * np.uint32(PER_MILLE) >= bar
    else:
        for i in range(size):
            bar = np.uint32(totals[unsigned(row) + i]) * np.uint32(wanted)
            marks[i] = np.uint32(earned[i]) * np.uint32(PER_MILLE) >= bar
    return words
