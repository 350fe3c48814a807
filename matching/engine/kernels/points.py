"""Points of cells and of docs: what tables say of one query, added up.

Points are packed, holder's << 32 | requirer's; negative where a criterion vetoes. Loops take plain
arrays: to reach for an array inside of a tuple counts a reference, each time, and costs more than
the sum that is done with it.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import bit_count, inlined, inner, unsigned
from matching.engine.operands import Docs, Queries

AT_ONCE = 4
"""Overlaps added in one pass over a block: the sum then stays in a register."""

Words = tuple[np.uint64, np.uint64, np.uint64, np.uint64]


class Said(NamedTuple):
    """The overlaps that a query says, filled up to fours with one that counts nothing.

    given: how many it says
    overlap: int64; word, mask: uint64, where the docs have its bits
    start: uint64, where its points begin, all points laid flat: those of the query's need, or of
        no need where it is the docs that need
    own: uint64, its row of the docs' needs
    most: int64, the most points that any doc can earn
    swap: int64, what is added to a mask of 0 where a holder is silent
    spare: int64, what a silent holder earns more than `most`
    """

    given: int
    overlap: NDArray[np.int64]
    word: NDArray[np.uint64]
    mask: NDArray[np.uint64]
    start: NDArray[np.uint64]
    own: NDArray[np.uint64]
    most: NDArray[np.int64]
    swap: NDArray[np.int64]
    spare: NDArray[np.int64]


class Asking(NamedTuple):
    """One query against one side of docs.

    requiring: the query is a requirer and the docs are holders; otherwise the reverse
    levels: int64 [level, doc's code], points
    settled: points of the overlaps that the query leaves unsaid, the same for every doc
    """

    requiring: bool
    levels: NDArray[np.int64]
    settled: np.int64
    said: Said


@inner
def asking(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    docs: Docs,
    queries: Queries,
    query: int,
    requiring: bool,
) -> Asking:
    """Pick out of the tables what concerns one query."""
    codes = queries.codes[query]
    rows = np.empty((levels.shape[0], levels.shape[1]), np.int64)
    for level in range(levels.shape[0]):
        for other in range(levels.shape[1]):
            pair = (other, codes[level]) if requiring else (codes[level], other)
            rows[level, other] = levels[level, pair[0], pair[1]]
    needs, settled = queries.needs[query], np.int64(0)
    for overlap in range(needs.shape[0] - 1):
        if needs[overlap] == 0:
            settled += overlaps[overlap, 0, 0]
    said = _said(overlaps, docs, queries.masks[query], needs, requiring)
    return Asking(requiring, rows, settled, said)


@inner
def _said(
    overlaps: NDArray[np.int64],
    docs: Docs,
    masks: NDArray[np.uint64],
    needs: NDArray[np.uint8],
    requiring: bool,
) -> Said:
    nothing, count = needs.shape[0] - 1, int(np.count_nonzero(needs))
    size = (count + AT_ONCE - 1) // AT_ONCE * AT_ONCE
    overlap = np.full(size, nothing, np.int64)
    overlap[:count] = np.flatnonzero(needs)
    word, mask, start, own = np.zeros((4, size), np.uint64)
    most, swap, spare = np.zeros((3, size), np.int64)
    for place in range(size):
        which = overlap[place]
        need = needs[which] if requiring else 0
        word[place], mask[place] = docs.place[which], masks[which]
        start[place] = (which * overlaps.shape[1] + need) * overlaps.shape[2]
        own[place] = which % max(docs.needs.shape[0], 1)
        common = bit_count(masks[which])
        first, last = (need, need + 1) if requiring else (0, overlaps.shape[1])
        most[place] = overlaps[which, first:last, : common + 1].max()
        swap[place] = overlaps[which, 0, 0] - overlaps[which, need, 0]
        spare[place] = overlaps[which, 0, 0] - most[place]
    return Said(count, overlap, word, mask, start, own, most, swap, spare)


@inner
def set_cells(points: NDArray[np.int64], room: NDArray[np.int64], ask: Asking, docs: Docs) -> None:
    """Set the points that the docs of each cell have in common, and the room of each cell.

    A holder's silence is a mask of 0: its cell swaps the points of no common bits for those of an
    unsaid fact, so that the pass over people need not ask. `points` may then be no sum of points;
    the room is: the most that a doc of the cell can have, coverage apart, negative where none may.
    """
    points[:] = ask.settled
    for level in range(ask.levels.shape[0]):
        _add_by_code(points, ask.levels[level], docs.codes[level])
    room[:] = points + ask.said.most.sum()
    for byte in range(docs.silences.shape[0]):
        swap, spare = _by_silences(ask.said, byte)
        _add_by_code(points, swap, docs.silences[byte])
        _add_by_code(room, spare, docs.silences[byte])


@inner
def _by_silences(said: Said, byte: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What is added to points and to room by which of eight overlaps are silent: int64 [256]."""
    swap, spare = np.zeros((2, 256), np.int64)
    for place in range(said.given):
        bit = said.overlap[place] - 8 * byte
        if 0 <= bit < 8:
            for code in range(256):
                if code >> bit & 1:
                    swap[code] += said.swap[place]
                    spare[code] += said.spare[place]
    return swap, spare


@inner
def _add_by_code(
    points: NDArray[np.int64], table: NDArray[np.int64], codes: NDArray[np.uint8]
) -> None:
    for i in range(points.shape[0]):
        points[i] += table[unsigned(codes[i])]


@inner
def add_docs(
    packed: NDArray[np.int64],
    rows: NDArray[np.int64],
    ask: Asking,
    overlaps: NDArray[np.int64],
    docs: Docs,
) -> None:
    """Add to `packed` the overlaps of the docs in some rows."""
    said, points = ask.said, overlaps.ravel()
    for place in range(said.given):
        words, mask, start = docs.words[said.word[place]], said.mask[place], said.start[place]
        if ask.requiring:
            for i in range(rows.shape[0]):
                packed[i] += points[start + bit_count(words[unsigned(rows[i])] & mask)]
        else:
            stride, needs = unsigned(overlaps.shape[2]), docs.needs[said.own[place]]
            for i in range(rows.shape[0]):
                row = unsigned(rows[i])
                need = start + unsigned(needs[row]) * stride
                packed[i] += points[need + bit_count(words[row] & mask)]


@inner
def add_block(
    packed: NDArray[np.int64],
    low: int,
    ask: Asking,
    overlaps: NDArray[np.int64],
    docs: Docs,
) -> None:
    """Add to `packed` the overlaps of as many docs from row `low`."""
    said, flat, stride = ask.said, overlaps.ravel(), unsigned(overlaps.shape[2])
    for at in range(0, said.overlap.shape[0], AT_ONCE):
        word, mask = _four(said.word, at), _four(said.mask, at)
        start = _four(said.start, at)
        if ask.requiring:
            _add_overlaps(packed, low, docs.words, word, mask, flat, start)
        else:
            own = _four(said.own, at)
            _add_overlaps_by_need(
                packed, low, docs.words, word, mask, flat, start, docs.needs, own, stride
            )


@inlined
def _four(values: NDArray[np.uint64], at: int) -> Words:
    return values[at], values[at + 1], values[at + 2], values[at + 3]


@inner
def _add_overlaps(
    packed: NDArray[np.int64],
    low: int,
    words: NDArray[np.uint64],
    word: Words,
    mask: Words,
    points: NDArray[np.int64],
    start: Words,
) -> None:
    """Add points[start + common bits] of four overlaps. No index is tried as negative."""
    for i in range(packed.shape[0]):
        at = unsigned(low + i)
        packed[i] += (
            points[start[0] + bit_count(words[word[0], at] & mask[0])]
            + points[start[1] + bit_count(words[word[1], at] & mask[1])]
            + points[start[2] + bit_count(words[word[2], at] & mask[2])]
            + points[start[3] + bit_count(words[word[3], at] & mask[3])]
        )


@inner
def _add_overlaps_by_need(
    packed: NDArray[np.int64],
    low: int,
    words: NDArray[np.uint64],
    word: Words,
    mask: Words,
    points: NDArray[np.int64],
    table: Words,
    needs: NDArray[np.uint8],
    own: Words,
    stride: int,
) -> None:
    """Add points[table + need * stride + common bits] of four overlaps, by each doc's own need."""
    for i in range(packed.shape[0]):
        at = unsigned(low + i)
        p = table[0] + unsigned(needs[own[0], at]) * stride
        q = table[1] + unsigned(needs[own[1], at]) * stride
        r = table[2] + unsigned(needs[own[2], at]) * stride
        s = table[3] + unsigned(needs[own[3], at]) * stride
        packed[i] += (
            points[p + bit_count(words[word[0], at] & mask[0])]
            + points[q + bit_count(words[word[1], at] & mask[1])]
            + points[r + bit_count(words[word[2], at] & mask[2])]
            + points[s + bit_count(words[word[3], at] & mask[3])]
        )
