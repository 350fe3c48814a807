"""Best first: groups of docs by the most they could score, until no other can enter the list.

A group's docs agree on the levels that veto most, so one sum bounds them all. Of a group that may
still matter the postings are read, a window of rows at a time; then each of its cells says what
its docs must have earned with their skills to enter, and only those that did are scored. The list
equals the exhaustive one to the last id: a bound is never below a score, and what equals the least
score is looked at.

After the MaxScore and block-max family of exact top-k retrieval (Turtle and Flood 1995; Ding and
Suel 2011), with cells in the place of blocks.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.building import LEVEL_BITS
from matching.engine.compiled import compiled, inner
from matching.engine.criteria import ONE
from matching.engine.kernels.coverage import PER_MILLE, any_covers, credits_of, earn
from matching.engine.kernels.groups import WINDOW, above_of, most_of, promising_of, stretch_from
from matching.engine.kernels.heap import least_score, offer
from matching.engine.kernels.points import Asking, add_docs, asking, set_cells
from matching.engine.kernels.scores import least_coverage, score_of
from matching.engine.operands import Docs, Queries

STRIPE = 64
FLOORS = (ONE // 2, ONE // 4, 0)
"""Coverage from which docs are looked at first, then and last among the most promising: the least
score then rises at once."""
CANDIDATES = 512
"""Docs that are judged together."""


class Walk(NamedTuple):
    """One query's way through the docs.

    heap: the best so far; excluded: ranks
    points, room: int64 [cells], what the docs of a cell have in common and the most one may have
    above, most: int64 and int32 [groups], the most points and the most score a doc may have; -1
        where a veto bars them all or nothing is left to see
    lists: int64 [2, skills of the query], where the list of each goes on and where it ends
    credits: uint16 [skills of the query, level]
    """

    heap: NDArray[np.int64]
    excluded: NDArray[np.int32]
    ask: Asking
    coverage: tuple[int, int]
    total: int
    points: NDArray[np.int64]
    room: NDArray[np.int64]
    above: NDArray[np.int64]
    most: NDArray[np.int32]
    lists: NDArray[np.int64]
    credits: NDArray[np.uint16]


class Desk(NamedTuple):
    """Where work lies about, taken over from query to query.

    earned: uint16 [WINDOW], what the docs of a window earned
    rows, packed: int64 [CANDIDATES + WINDOW + 1], docs that wait to be judged, their cells' points
    starts: int32 [groups + 1], the first row of each group
    """

    earned: NDArray[np.uint16]
    rows: NDArray[np.int64]
    packed: NDArray[np.int64]
    starts: NDArray[np.int32]


@compiled
def rank_best(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    coverage: tuple[int, int],
    credit: NDArray[np.uint16],
    docs: Docs,
    queries: Queries,
    k: int,
    requiring: bool,
) -> NDArray[np.int64]:
    """As `scanning.rank_all`, to the last id."""
    asked, groups = queries.codes.shape[0], docs.group_ptr.shape[0] - 1
    best = np.full((asked, k), -1, np.int64)
    rows, packed = np.empty((2, CANDIDATES + WINDOW + 1), np.int64)
    starts = docs.cell_ptr[docs.group_ptr]
    desk = Desk(np.empty(WINDOW, np.uint16), rows, packed, starts)
    points, room = np.empty((2, docs.cell_ptr.shape[0] - 1), np.int64)
    for query in range(asked):
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        ask = asking(levels, overlaps, docs, queries, query, requiring)
        set_cells(points, room, ask, docs)
        above = above_of(room, docs.group_ptr)
        most = most_of(above, coverage)
        lists = _lists(docs, queries, query)
        credits, total = credits_of(credit, queries, query, requiring), queries.total[query]
        walk = Walk(
            best[query], excluded, ask, coverage, total, points, room, above, most, lists, credits
        )
        promising = promising_of(most, starts)
        for floor in FLOORS:
            for group in promising:
                lists[:] = _lists(docs, queries, query)
                _visit(walk, desk, group, group + 1, floor, overlaps, docs, queries.absent)
        most[promising] = -1
        lists[:] = _lists(docs, queries, query)
        _visit(walk, desk, 0, groups, 0, overlaps, docs, queries.absent)
    return best


@inner
def _lists(docs: Docs, queries: Queries, query: int) -> NDArray[np.int64]:
    """Where the lists of a query's skills begin and end."""
    skills = queries.skill[queries.skill_ptr[query] : queries.skill_ptr[query + 1]]
    lists = np.empty((2, skills.shape[0]), np.int64)
    lists[0], lists[1] = docs.post_ptr[skills], docs.post_ptr[skills + 1]
    return lists


@inner
def _visit(
    walk: Walk,
    desk: Desk,
    group: int,
    end: int,
    floor: int,
    overlaps: NDArray[np.int64],
    docs: Docs,
    absent: NDArray[np.int32],
) -> None:
    """Offer every doc of the groups up to `end` that can enter, a window of rows at a time.

    floor: only docs of at least this coverage, per mille
    """
    heap, requiring, total, coverage = walk.heap, walk.ask.requiring, walk.total, walk.coverage
    points, room, above, most = walk.points, walk.room, walk.above, walk.most
    lists, credits, post, weights = walk.lists, walk.credits, docs.post, docs.post_weight
    rows, packed, starts, window = desk.rows, desk.packed, desk.starts, desk.earned
    totals, groups, cells = docs.total, docs.group_ptr, docs.cell_ptr
    while group < end:
        stop = stretch_from(group, end, least_score(heap), most, starts)
        after = max(stop, group + 1)
        for low in range(starts[group], starts[stop], WINDOW):
            earned = window[: min(WINDOW, starts[stop] - low)]
            _earn(earned, low, lists, post, weights, credits, requiring)
            high, waiting = low + earned.shape[0], 0
            while group < stop and starts[group] < high:
                first, last = max(starts[group], low), min(starts[group + 1], high)
                least = least_score(heap)
                if most[group] >= least:
                    wanted = max(least_coverage(above[group], least, coverage), floor)
                    if any_covers(
                        earned, first - low, last - low, first, wanted, requiring, totals, total
                    ):
                        waiting = _collect(
                            waiting, groups[group], groups[group + 1], least, wanted, coverage,
                            low, earned, points, room, rows, packed, cells, totals, total,
                            requiring,
                        )  # fmt: skip
                if waiting >= CANDIDATES:
                    _judge(walk, rows[:waiting], packed, low, earned, overlaps, docs, absent)
                    waiting = 0
                if starts[group + 1] > high:
                    break
                group += 1
            if waiting:
                _judge(walk, rows[:waiting], packed, low, earned, overlaps, docs, absent)
        group = after


@inner
def _earn(
    earned: NDArray[np.uint16],
    low: int,
    lists: NDArray[np.int64],
    post: NDArray[np.uint32],
    weights: NDArray[np.uint16],
    credits: NDArray[np.uint16],
    requiring: bool,
) -> None:
    """What the docs from row `low` earn with all skills of a query; the lists go on behind them."""
    earned[:] = 0
    for at in range(lists.shape[1]):
        cursor = _advanced(post, lists[0, at], lists[1, at], low)
        lists[0, at] = earn(
            earned, low, cursor, lists[1, at], post, weights, credits[at], requiring
        )


@inner
def _advanced(post: NDArray[np.uint32], cursor: int, stop: int, row: int) -> int:
    """Where a list comes to a row or past it, sought in steps that double from the cursor."""
    step = 1
    while cursor + step < stop and post[cursor + step] >> LEVEL_BITS < row:
        cursor += step
        step *= 2
    low, high = cursor, min(cursor + step, stop)
    while low < high:
        middle = (low + high) // 2
        if post[middle] >> LEVEL_BITS < row:
            low = middle + 1
        else:
            high = middle
    return low


@inner
def _collect(
    waiting: int,
    first: int,
    last: int,
    least: np.int64,
    floor: int,
    coverage: tuple[int, int],
    low: int,
    earned: NDArray[np.uint16],
    points: NDArray[np.int64],
    room: NDArray[np.int64],
    rows: NDArray[np.int64],
    packed: NDArray[np.int64],
    cells: NDArray[np.int32],
    totals: NDArray[np.uint16],
    total: int,
    requiring: bool,
) -> int:
    """Let those docs of the cells first to last wait that earned enough to enter; how many wait.

    floor: what each must cover at least, per mille
    """
    high = low + earned.shape[0]
    for cell in range(first, last):
        start, stop = max(cells[cell], low), min(cells[cell + 1], high)
        if start >= stop or room[cell] < 0:
            continue
        if not any_covers(earned, start - low, stop - low, start, floor, requiring, totals, total):
            continue
        wanted = max(least_coverage(room[cell], least, coverage), floor)
        for at in range(start, stop, STRIPE):
            end = min(at + STRIPE, stop)
            if not any_covers(earned, at - low, end - low, at, wanted, requiring, totals, total):
                continue
            for row in range(at, end):
                weights = total if requiring else int(totals[row])
                rows[waiting], packed[waiting] = row, points[cell]
                waiting += PER_MILLE * int(earned[row - low]) >= wanted * weights
    return waiting


@inner
def _judge(
    walk: Walk,
    rows: NDArray[np.int64],
    packed: NDArray[np.int64],
    low: int,
    earned: NDArray[np.uint16],
    overlaps: NDArray[np.int64],
    docs: Docs,
    absent: NDArray[np.int32],
) -> None:
    """Score the docs that wait and offer those that no veto bars. `packed`: their cells' points."""
    heap, excluded, coverage, total = walk.heap, walk.excluded, walk.coverage, walk.total
    requiring, ranks, totals = walk.ask.requiring, docs.rank, docs.total
    add_docs(packed, rows, walk.ask, overlaps, docs)
    least = least_score(heap)
    for i in range(rows.shape[0]):
        if packed[i] < 0:
            continue
        row = rows[i]
        weights = max(total if requiring else int(totals[row]), 1)
        covered = PER_MILLE * int(earned[row - low]) // weights
        score = score_of(packed[i], covered, coverage)
        if score >= least:
            offer(heap, score, ranks[row], excluded, absent)
            least = least_score(heap)
