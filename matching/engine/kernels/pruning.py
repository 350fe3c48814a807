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
from matching.engine.compiled import compiled, inlined, inner
from matching.engine.criteria import ONE
from matching.engine.kernels.coverage import PER_MILLE, credits_of, earn, top_coverage
from matching.engine.kernels.heap import LOW, least_score, offer, sift
from matching.engine.kernels.points import Asking, add_cells, asking, doc_points, group_room
from matching.engine.operands import Docs, Queries

WINDOW = 32_768
"""Rows whose earnings stay in the second cache."""
FIRST = 8192
"""Rows of the most promising groups, looked at before all others: they raise the least score."""
STRIPE = 64
NEVER = ONE + 1
HALF = ONE // 2
"""Coverage of the docs that are looked at first, so that the least score rises at once."""


class Offer(NamedTuple):
    """What it takes to judge one doc of a query and to keep it."""

    heap: NDArray[np.int64]
    excluded: NDArray[np.int32]
    ask: Asking
    coverage: tuple[int, int]
    total: int


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
    window = np.empty(WINDOW, np.uint16)
    for query in range(asked):
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        ask = asking(levels, overlaps, docs, queries, query, requiring)
        offer_to = Offer(best[query], excluded, ask, coverage, queries.total[query])
        credits = credits_of(credit, queries, query, requiring)
        room = group_room(ask, docs)
        most = _most(room, coverage)
        promising = _promising(most, docs)
        for between in ((HALF, NEVER), (0, HALF)):
            for group in promising:
                if most[group] >= least_score(best[query]):
                    cursors = _cursors(docs, queries, query)
                    _visit(
                        offer_to, group, group + 1, between, room, cursors, credits, window,
                        overlaps, docs, queries, query,
                    )  # fmt: skip
        most[promising] = -1
        cursors, group = _cursors(docs, queries, query), 0
        while group < most.shape[0]:
            least, stop = least_score(best[query]), group
            while stop < most.shape[0] and most[stop] >= least and _fits(docs, group, stop):
                stop += 1
            if stop > group:
                _visit(
                    offer_to, group, stop, (0, NEVER), room, cursors, credits, window,
                    overlaps, docs, queries, query,
                )  # fmt: skip
            group = max(stop, group + 1)
    return best


@inner
def _most(room: NDArray[np.int64], coverage: tuple[int, int]) -> NDArray[np.int32]:
    """The most that a doc of each group can score; -1 where a veto bars them all."""
    most = np.empty(room.shape[0], np.int32)
    for group in range(room.shape[0]):
        most[group] = _score(room[group], ONE, coverage) if room[group] >= 0 else -1
    return most


@inner
def _promising(most: NDArray[np.int32], docs: Docs) -> NDArray[np.int64]:
    """The groups that promise most, the best first, with about FIRST rows together."""
    keys = np.empty(most.shape[0], np.int64)
    for group in range(most.shape[0]):
        keys[group] = -(np.int64(most[group]) << 32 | group)
    for at in range(keys.shape[0] // 2 - 1, -1, -1):
        sift(keys, at, keys.shape[0], keys[at])
    found, rows, left = np.empty(keys.shape[0], np.int64), 0, keys.shape[0]
    for place in range(found.shape[0]):
        group = -keys[0] & LOW
        if rows >= FIRST or most[group] < 0:
            return found[:place]
        found[place] = group
        rows += _first_row(docs, group + 1) - _first_row(docs, group)
        left -= 1
        sift(keys, 0, left, keys[left])
    return found


@inner
def _first_row(docs: Docs, group: int) -> int:
    return int(docs.cell_ptr[docs.group_ptr[group]])


@inner
def _fits(docs: Docs, group: int, last: int) -> bool:
    """Whether the groups from one to another can be looked at in one window, or are one."""
    return last == group or _first_row(docs, last + 1) - _first_row(docs, group) <= WINDOW


@inner
def _cursors(docs: Docs, queries: Queries, query: int) -> NDArray[np.int64]:
    """Where the lists of a query's skills begin."""
    return docs.post_ptr[queries.skill[queries.skill_ptr[query] : queries.skill_ptr[query + 1]]]


@inner
def _score(points: np.int64, covered: int, coverage: tuple[int, int]) -> int:
    """The score of so many points and so much coverage. Doubles divide faster, and exactly."""
    a = float(points >> 32) + float(coverage[0] * covered)
    b = float(points & LOW) + float(coverage[1] * covered)
    return int(2.0 * a * b / max(a + b, 1.0))


@inner
def _visit(
    offer_to: Offer,
    group: int,
    stop: int,
    between: tuple[int, int],
    room: NDArray[np.int64],
    cursors: NDArray[np.int64],
    credits: NDArray[np.uint16],
    window: NDArray[np.uint16],
    overlaps: NDArray[np.int64],
    docs: Docs,
    queries: Queries,
    query: int,
) -> None:
    """Offer every doc of some groups that can enter, a window of rows at a time.

    between: only docs of at least the one coverage and below the other, per mille
    """
    last, requiring = _first_row(docs, stop), offer_to.ask.requiring
    totals, groups, cells = docs.total, docs.group_ptr, docs.cell_ptr
    for low in range(_first_row(docs, group), last, WINDOW):
        earned = window[: min(WINDOW, last - low)]
        _earn(earned, low, cursors, credits, requiring, docs, queries, query)
        high = low + earned.shape[0]
        while group < stop and cells[groups[group]] < high:
            first, end = max(cells[groups[group]], low), min(cells[groups[group + 1]], high)
            top = top_coverage(
                earned, first - low, end - low, first, requiring, totals, offer_to.total
            )
            least = least_score(offer_to.heap)
            if top >= between[0] and _score(room[group], top, offer_to.coverage) >= least:
                _visit_cells(offer_to, group, top, between, low, earned, overlaps, docs, queries)
            if end == high:
                break
            group += 1


@inner
def _earn(
    earned: NDArray[np.uint16],
    low: int,
    cursors: NDArray[np.int64],
    credits: NDArray[np.uint16],
    requiring: bool,
    docs: Docs,
    queries: Queries,
    query: int,
) -> None:
    """What the docs from row `low` earn with all skills of a query; the cursors move on."""
    earned[:] = 0
    post, weights, skills = docs.post, docs.post_weight, queries.skill_ptr[query]
    for at in range(cursors.shape[0]):
        stop = docs.post_ptr[queries.skill[skills + at] + 1]
        cursor = _advanced(post, cursors[at], stop, low)
        cursors[at] = earn(earned, low, cursor, stop, post, weights, credits[at], requiring)


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
def _visit_cells(
    offer_to: Offer,
    group: int,
    top: int,
    between: tuple[int, int],
    low: int,
    earned: NDArray[np.uint16],
    overlaps: NDArray[np.int64],
    docs: Docs,
    queries: Queries,
) -> None:
    """Offer every doc of a group that can enter and lies in the window from row `low`.

    top: the greatest coverage among them
    """
    heap, excluded, ask, coverage, total = offer_to
    absent, requiring = queries.absent, ask.requiring
    cell_ptr, totals, ranks = docs.cell_ptr, docs.total, docs.rank
    words, needs, flat, stride = docs.words, docs.needs, overlaps.ravel(), overlaps.shape[2]
    count, word, mask = ask.said.said, ask.said.word, ask.said.mask
    table, own = ask.said.start, ask.said.own
    first, high = docs.group_ptr[group], low + earned.shape[0]
    points, room = np.empty((2, docs.group_ptr[group + 1] - first), np.int64)
    add_cells(points, room, first, ask, docs)
    for cell in range(points.shape[0]):
        start, stop = max(cell_ptr[first + cell], low), min(cell_ptr[first + cell + 1], high)
        if start >= stop or room[cell] < 0:
            continue
        least = least_score(heap)
        if _score(room[cell], top, coverage) < least:
            continue
        wanted = max(_least_coverage(room[cell], least, coverage), between[0])
        for at in range(start, stop, STRIPE):
            end = min(at + STRIPE, stop)
            if top_coverage(earned, at - low, end - low, at, requiring, totals, total) < wanted:
                continue
            for row in range(at, end):
                weights = max(total if requiring else int(totals[row]), 1)
                whole = PER_MILLE * int(earned[row - low])
                if whole < wanted * weights or whole >= between[1] * weights:
                    continue
                found = points[cell] + doc_points(
                    row, count, word, mask, table, own, words, needs, flat, stride, requiring
                )
                if found >= 0:
                    score = _score(found, whole // weights, coverage)
                    offer(heap, score, ranks[row], excluded, absent)


@inlined
def _least_coverage(bound: np.int64, least: np.int64, coverage: tuple[int, int]) -> int:
    """The coverage, per mille, below which no doc of at most these points scores `least`.

    `NEVER` where even full coverage does not. It may come out a little low, never high.
    """
    a, b = float(bound >> 32), float(bound & LOW)
    p, q, aim = float(coverage[0]), float(coverage[1]), float(least)
    if 2.0 * a * b >= aim * (a + b):
        return 0
    full_a, full_b = a + p * ONE, b + q * ONE
    if 2.0 * full_a * full_b < aim * (full_a + full_b):
        return NEVER
    # 2 (a + p x)(b + q x) = aim (a + b + (p + q) x), solved for x.
    square, slope = 2.0 * p * q, 2.0 * (a * q + b * p) - aim * (p + q)
    rest = 2.0 * a * b - aim * (a + b)
    if square == 0.0:
        root = -rest / slope
    else:
        root = (np.sqrt(slope * slope - 4.0 * square * rest) - slope) / (2.0 * square)
    return max(1, int(np.ceil(root - 0.001)))
