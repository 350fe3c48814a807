"""The packed points (tables.py) of a block of counterparts: its cells', then its overlaps'."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import bit_count, compiled, unsigned
from matching.engine.operands import Docs

AT_ONCE = 4
"""Overlaps added in one pass over a block: the sum then stays in a register."""

Four = tuple[int, int, int, int]
Words = tuple[np.uint64, np.uint64, np.uint64, np.uint64]


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
    high: int,
    sums: NDArray[np.int64],
    points: NDArray[np.int64],
    docs: Docs,
    masks: NDArray[np.uint64],
    needs: NDArray[np.uint8],
    said: NDArray[np.int64],
    requiring: bool,
) -> None:
    """Set `packed` to the points of the docs in rows low..high, coverage apart.

    points: int64 [overlap + 1, need, common bits]; masks, needs: [overlap + 1]; in each the last
    is 0, the overlap that counts nothing. Indexes are unsigned, so that none is tried as negative.
    """
    for i in range(high - low):
        packed[i] = sums[np.uint32(docs.cell[low + i])]
    flat, stride = points.ravel(), unsigned(points.shape[2])
    for at in range(0, said.shape[0], AT_ONCE):
        p, q, r, s = said[at], said[at + 1], said[at + 2], said[at + 3]
        word = (docs.place[p], docs.place[q], docs.place[r], docs.place[s])
        mask = (masks[p], masks[q], masks[r], masks[s])
        if requiring:
            start = (
                _start(points, p, needs[p]),
                _start(points, q, needs[q]),
                _start(points, r, needs[r]),
                _start(points, s, needs[s]),
            )
            _add_overlaps(packed, low, high, docs.words, word, mask, flat, start)
        else:
            table = (
                _start(points, p, 0),
                _start(points, q, 0),
                _start(points, r, 0),
                _start(points, s, 0),
            )
            rows = docs.needs.shape[0]
            own = (
                unsigned(p % rows),
                unsigned(q % rows),
                unsigned(r % rows),
                unsigned(s % rows),
            )
            _add_overlaps_by_need(
                packed, low, high, docs.words, word, mask, flat, table, docs.needs, own, stride
            )


@compiled
def _start(points: NDArray[np.int64], overlap: int, need: int) -> int:
    """Where an overlap's points for a need begin, all points laid flat."""
    return unsigned((overlap * points.shape[1] + need) * points.shape[2])


@compiled
def _add_overlaps(
    packed: NDArray[np.int64],
    low: int,
    high: int,
    words: NDArray[np.uint64],
    word: Words,
    mask: Words,
    points: NDArray[np.int64],
    start: Four,
) -> None:
    """Add points[start + common bits] of four overlaps."""
    for i in range(high - low):
        packed[i] += (
            points[start[0] + bit_count(words[word[0], low + i] & mask[0])]
            + points[start[1] + bit_count(words[word[1], low + i] & mask[1])]
            + points[start[2] + bit_count(words[word[2], low + i] & mask[2])]
            + points[start[3] + bit_count(words[word[3], low + i] & mask[3])]
        )


@compiled
def _add_overlaps_by_need(
    packed: NDArray[np.int64],
    low: int,
    high: int,
    words: NDArray[np.uint64],
    word: Words,
    mask: Words,
    points: NDArray[np.int64],
    table: Four,
    needs: NDArray[np.uint8],
    own: Four,
    stride: int,
) -> None:
    """Add points[table + need * stride + common bits] of four overlaps, by each doc's own need."""
    for i in range(high - low):
        packed[i] += (
            points[
                table[0]
                + unsigned(needs[own[0], low + i]) * stride
                + bit_count(words[word[0], low + i] & mask[0])
            ]
            + points[
                table[1]
                + unsigned(needs[own[1], low + i]) * stride
                + bit_count(words[word[1], low + i] & mask[1])
            ]
            + points[
                table[2]
                + unsigned(needs[own[2], low + i]) * stride
                + bit_count(words[word[2], low + i] & mask[2])
            ]
            + points[
                table[3]
                + unsigned(needs[own[3], low + i]) * stride
                + bit_count(words[word[3], low + i] & mask[3])
            ]
        )
