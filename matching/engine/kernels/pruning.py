"""Best first: groups of docs by the most they could score, until no other can enter the list.

A group's docs agree on the levels that veto most, so one sum bounds them all. Of a group that may
still matter the postings are read, a window of rows at a time; then each of its cells says what
its docs must have earned with their skills to enter, and only those that did are scored. The list
equals the exhaustive one to the last id: a bound is never below a score, and what equals the least
score is looked at.

After the MaxScore and block-max family of exact top-k retrieval (Turtle and Flood 1995; Ding and
Suel 2011), with cells in the place of blocks.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled, inner
from matching.engine.criteria import ONE
from matching.engine.kernels.candidates import collect, judge
from matching.engine.kernels.coverage import any_covers, credits_of
from matching.engine.kernels.groups import WINDOW, above_of, most_of, promising_of, stretch_from
from matching.engine.kernels.heap import least_score
from matching.engine.kernels.points import asking, set_cells
from matching.engine.kernels.postings import earn_rows
from matching.engine.kernels.scores import least_coverage
from matching.engine.kernels.walk import CANDIDATES, Desk, Walk, desk_of
from matching.engine.operands import Docs, Queries

FLOORS = (ONE // 2, ONE // 4, 0)
"""Coverage from which docs are looked at first, then and last among the most promising: the least
score then rises at once."""


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
    asked = queries.codes.shape[0]
    best = np.full((asked, k), -1, np.int64)
    desk = desk_of(docs)
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
        _visit_promising(walk, desk, overlaps, docs, queries.absent)
        _visit_all(walk, desk, overlaps, docs, queries.absent)
    return best


@inner
def _lists(docs: Docs, queries: Queries, query: int) -> NDArray[np.int64]:
    """Where the lists of a query's skills begin and end."""
    skills = queries.skill[queries.skill_ptr[query] : queries.skill_ptr[query + 1]]
    lists = np.empty((2, skills.shape[0]), np.int64)
    lists[0], lists[1] = docs.post_ptr[skills], docs.post_ptr[skills + 1]
    return lists


@inner
def _visit_promising(
    walk: Walk,
    desk: Desk,
    overlaps: NDArray[np.int64],
    docs: Docs,
    absent: NDArray[np.int32],
) -> None:
    """Offer docs of the most promising groups, those who cover most first, and be done with these.

    Of a group that is larger than the desk only the first are looked at: it is not done with.
    """
    promising = promising_of(walk.most, desk.starts)
    cuts = _earn_promising(walk, desk, promising, docs)
    for floor in FLOORS:
        for place in range(promising.shape[0]):
            group, earned = promising[place], desk.earned[cuts[place] : cuts[place + 1]]
            low = desk.starts[group]
            _offer_groups(walk, desk, group, group + 1, low, earned, floor, overlaps, docs, absent)
    for place in range(promising.shape[0]):
        group = promising[place]
        if cuts[place + 1] - cuts[place] == desk.starts[group + 1] - desk.starts[group]:
            walk.most[group] = -1


@inner
def _earn_promising(
    walk: Walk, desk: Desk, promising: NDArray[np.int64], docs: Docs
) -> NDArray[np.int64]:
    """Lay side by side on the desk what the docs of each group earned, between two cuts each."""
    firsts, cuts = walk.lists[0].copy(), np.zeros(promising.shape[0] + 1, np.int64)
    for place in range(promising.shape[0]):
        low, high = desk.starts[promising[place]], desk.starts[promising[place] + 1]
        cuts[place + 1] = min(cuts[place] + high - low, WINDOW)
        earn_rows(desk.earned[cuts[place] : cuts[place + 1]], low, walk, docs)
        walk.lists[0] = firsts
    return cuts


@inner
def _visit_all(
    walk: Walk,
    desk: Desk,
    overlaps: NDArray[np.int64],
    docs: Docs,
    absent: NDArray[np.int32],
) -> None:
    """Offer every doc that can enter, a window of rows at a time."""
    heap, most, starts = walk.heap, walk.most, desk.starts
    group, end = 0, most.shape[0]
    while group < end:
        stop = stretch_from(group, end, least_score(heap), most, starts)
        after = max(stop, group + 1)
        for low in range(starts[group], starts[stop], WINDOW):
            earned = desk.earned[: min(WINDOW, starts[stop] - low)]
            earn_rows(earned, low, walk, docs)
            group = _offer_groups(walk, desk, group, stop, low, earned, 0, overlaps, docs, absent)
        group = after


@inner
def _offer_groups(
    walk: Walk,
    desk: Desk,
    group: int,
    stop: int,
    low: int,
    earned: NDArray[np.uint16],
    floor: int,
    overlaps: NDArray[np.int64],
    docs: Docs,
    absent: NDArray[np.int32],
) -> int:
    """Offer those docs of the groups up to `stop` that earned enough to enter.

    earned: what the docs from row `low` earned; floor: only docs of at least this coverage, per
        mille. Returns the group that goes on behind these docs, or `stop`.
    """
    heap, requiring, total, coverage = walk.heap, walk.ask.requiring, walk.total, walk.coverage
    above, most, starts, totals = walk.above, walk.most, desk.starts, docs.total
    high, waiting = low + earned.shape[0], 0
    while group < stop and starts[group] < high:
        first, last = max(starts[group], low), min(starts[group + 1], high)
        least = least_score(heap)
        if most[group] >= least:
            wanted = max(least_coverage(above[group], least, coverage), floor)
            if any_covers(earned, first - low, last - low, first, wanted, requiring, totals, total):
                own = earned[first - low : last - low]
                waiting = collect(walk, desk, waiting, group, first, own, wanted, docs)
        if waiting >= CANDIDATES:
            judge(walk, desk, waiting, overlaps, docs, absent)
            waiting = 0
        if starts[group + 1] > high:
            break
        group += 1
    judge(walk, desk, waiting, overlaps, docs, absent)
    return group
