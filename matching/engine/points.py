"""The packed points (tables.py) of a block of counterparts: its cells', then its overlaps'."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import bit_count, compiled
from matching.engine.operands import Docs

AT_ONCE = 4
"""Overlaps added in one pass over a block: the sum then stays in a register."""

Words = NDArray[np.uint64]
Needs = NDArray[np.uint8]
Points = NDArray[np.int64]


@compiled
def sum_cells(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    docs: Docs,
    codes: NDArray[np.uint8],
    needs: NDArray[np.uint8],
    requiring: bool,
) -> NDArray[np.int64]:
    """Packed points of each cell of docs: its levels, and all that silence settles.

    What the query leaves unsaid is worth the same for everyone. A holder's silence is a mask of
    0: its cell swaps the points of no common bits for those of an unsaid fact, so that the pass
    over people need not ask.
    """
    sums = np.zeros(docs.codes.shape[1], np.int64)
    for overlap in range(needs.shape[0] - 1):
        if needs[overlap] == 0:
            sums += overlaps[overlap, 0, 0]
    for level in range(levels.shape[0]):
        code = codes[level]
        row = levels[level, :, code].copy() if requiring else levels[level, code].copy()
        own = docs.codes[level]
        for cell in range(sums.shape[0]):
            sums[cell] += row[own[cell]]
    for overlap in range(needs.shape[0] - 1):
        swap = overlaps[overlap, 0, 0] - overlaps[overlap, needs[overlap], 0]
        for entry in range(docs.silent_ptr[overlap], docs.silent_ptr[overlap + 1]):
            sums[docs.silent_cell[entry]] += swap
    return sums


@compiled
def said_overlaps(needs: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The overlaps a query has said, filled up to full passes with one that counts nothing."""
    nothing = needs.shape[0] - 1
    passes = (np.count_nonzero(needs) + AT_ONCE - 1) // AT_ONCE
    said = np.full(passes * AT_ONCE, nothing, np.int64)
    found = 0
    for overlap in range(nothing):
        if needs[overlap] > 0:
            said[found] = overlap
            found += 1
    return said


@compiled
def add_block(
    packed: NDArray[np.int64],
    low: int,
    sums: NDArray[np.int64],
    points: NDArray[np.int64],
    docs: Docs,
    masks: NDArray[np.uint64],
    needs: NDArray[np.uint8],
    said: NDArray[np.int64],
    requiring: bool,
) -> None:
    """Set `packed` to the points of the docs from row `low` on, coverage apart.

    points: int64 [overlap + 1, need, common bits]; masks, needs: [overlap + 1]; in each the last
    is 0, the overlap that counts nothing.
    """
    high = low + packed.shape[0]
    cells = docs.cell[low:high]
    for i in range(packed.shape[0]):
        packed[i] = sums[np.uint32(cells[i])]
    for at in range(0, said.shape[0], AT_ONCE):
        p, q, r, s = said[at], said[at + 1], said[at + 2], said[at + 3]
        words = (
            _words(docs, p, low, high),
            _words(docs, q, low, high),
            _words(docs, r, low, high),
            _words(docs, s, low, high),
        )
        mask = (masks[p], masks[q], masks[r], masks[s])
        if requiring:
            row = (
                points[p, needs[p]],
                points[q, needs[q]],
                points[r, needs[r]],
                points[s, needs[s]],
            )
            _add_overlaps(packed, words, mask, row)
        else:
            table = (points[p].ravel(), points[q].ravel(), points[r].ravel(), points[s].ravel())
            need = (
                _needs(docs, p, low, high),
                _needs(docs, q, low, high),
                _needs(docs, r, low, high),
                _needs(docs, s, low, high),
            )
            _add_overlaps_by_need(packed, words, mask, table, need, np.uint64(points.shape[2]))


@compiled
def _words(docs: Docs, overlap: int, low: int, high: int) -> NDArray[np.uint64]:
    return docs.words[docs.place[overlap % docs.place.shape[0]], low:high]


@compiled
def _needs(docs: Docs, overlap: int, low: int, high: int) -> NDArray[np.uint8]:
    return docs.needs[overlap % docs.needs.shape[0], low:high]


@compiled
def _add_overlaps(
    packed: Points,
    words: tuple[Words, Words, Words, Words],
    mask: tuple[np.uint64, np.uint64, np.uint64, np.uint64],
    row: tuple[Points, Points, Points, Points],
) -> None:
    """Add row[common bits] of four overlaps."""
    for i in range(packed.shape[0]):
        packed[i] += (
            row[0][bit_count(words[0][i] & mask[0])]
            + row[1][bit_count(words[1][i] & mask[1])]
            + row[2][bit_count(words[2][i] & mask[2])]
            + row[3][bit_count(words[3][i] & mask[3])]
        )


@compiled
def _add_overlaps_by_need(
    packed: Points,
    words: tuple[Words, Words, Words, Words],
    mask: tuple[np.uint64, np.uint64, np.uint64, np.uint64],
    table: tuple[Points, Points, Points, Points],
    need: tuple[Needs, Needs, Needs, Needs],
    stride: np.uint64,
) -> None:
    """Add table[need * stride + common bits] of four overlaps, each doc having its own needs."""
    for i in range(packed.shape[0]):
        packed[i] += (
            table[0][bit_count(words[0][i] & mask[0]) + np.uint64(need[0][i]) * stride]
            + table[1][bit_count(words[1][i] & mask[1]) + np.uint64(need[1][i]) * stride]
            + table[2][bit_count(words[2][i] & mask[2]) + np.uint64(need[2][i]) * stride]
            + table[3][bit_count(words[3][i] & mask[3]) + np.uint64(need[3][i]) * stride]
        )
