"""Docs that may enter a list: picked out by what they earned, then judged together."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import first_bit, inner
from matching.engine.kernels.coverage import PER_MILLE, mark_covering
from matching.engine.kernels.heap import least_score, offer
from matching.engine.kernels.points import add_docs
from matching.engine.kernels.scores import reaches, score_of, totals_of
from matching.engine.kernels.walk import Desk, Walk
from matching.engine.operands import Docs


@inner
def collect(
    walk: Walk,
    desk: Desk,
    waiting: int,
    group: int,
    first: int,
    earned: NDArray[np.uint16],
    wanted: int,
    docs: Docs,
) -> int:
    """Let those docs of a group wait that may score as much as the least so far; how many wait.

    earned: what the docs from row `first` earned
    wanted: what each must cover at least, per mille
    """
    rows, packed, covered, covers = desk.rows, desk.packed, desk.covered, desk.covers
    points, room, cells, totals = walk.points, walk.room, docs.cell_ptr, docs.total
    requiring, total, coverage = walk.ask.requiring, walk.total, walk.coverage
    least, cell = float(least_score(walk.heap)), docs.group_ptr[group]
    words = mark_covering(covers, earned, first, wanted, requiring, totals, total)
    for word in range(words):
        bits = covers[word]
        while bits:
            place = 8 * word + int(first_bit(bits)) // 8
            bits &= bits - np.uint64(1)
            row = first + place
            while cells[cell + 1] <= row:
                cell += 1
            weights = max(total if requiring else int(totals[row]), 1)
            whole = PER_MILLE * int(earned[place]) // weights
            a, b = totals_of(room[cell], whole, coverage)
            if room[cell] >= 0 and reaches(a, b, least):
                rows[waiting], packed[waiting], covered[waiting] = row, points[cell], whole
                waiting += 1
    return waiting


@inner
def judge(
    walk: Walk,
    desk: Desk,
    waiting: int,
    overlaps: NDArray[np.int64],
    docs: Docs,
    absent: NDArray[np.int32],
) -> None:
    """Score the docs that wait and offer those that no veto bars."""
    heap, excluded, coverage, ranks = walk.heap, walk.excluded, walk.coverage, docs.rank
    rows, packed, covered = desk.rows[:waiting], desk.packed, desk.covered
    add_docs(packed, rows, walk.ask, overlaps, docs)
    least = least_score(heap)
    for i in range(waiting):
        if packed[i] >= 0:
            score = score_of(packed[i], covered[i], coverage)
            if score >= least:
                offer(heap, score, ranks[rows[i]], excluded, absent)
                least = least_score(heap)
