"""The exhaustive scan: every counterpart scored in one pass without branches, the best k kept.

Docs are taken in blocks that stay in the first cache: the points of a block are added up to both
sides' totals, then those whose score reaches the k-th so far are offered to a heap. To ask whether
it does takes no division: 2ab >= least (a + b).
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled, inner, unsigned
from matching.engine.kernels.coverage import PER_MILLE, credits_of, earn
from matching.engine.kernels.heap import LOW, least_score, offer
from matching.engine.kernels.points import Asking, add_block, asking, set_cells
from matching.engine.kernels.scores import mean, reaches
from matching.engine.operands import Docs, Queries

BLOCK = 512
STRIPE = 64


@compiled
def rank_all(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    coverage: tuple[int, int],
    credit: NDArray[np.uint16],
    docs: Docs,
    queries: Queries,
    k: int,
    requiring: bool,
) -> NDArray[np.int64]:
    """The k best docs of each query as int64 [q, k] keys in heap order, -1 where there are fewer.

    `requiring`: the queries are requirers and the docs holders; otherwise the reverse.
    """
    asked, people = queries.codes.shape[0], docs.rank.shape[0]
    best = np.full((asked, k), -1, np.int64)
    earned = np.zeros(people, np.uint16)
    totals = np.empty(BLOCK, np.float64), np.empty(BLOCK, np.float64)
    for query in range(asked):
        heap = best[query]
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        ask = asking(levels, overlaps, docs, queries, query, requiring)
        points, live = cells_of(ask, docs)
        earned[:] = 0
        earn_all(earned, query, credit, docs, queries, requiring)
        cell = 0
        for low in range(0, people, BLOCK):
            high = min(low + BLOCK, people)
            first = cell
            while docs.cell_ptr[cell + 1] < high:
                cell += 1
            if live[first] == live[cell + 1]:
                continue
            a, b = totals[0][: high - low], totals[1][: high - low]
            total_block(
                a, b, low, first, points, earned[low:high], ask, overlaps, docs,
                queries.total[query], coverage,
            )  # fmt: skip
            _offer_block(heap, a, b, docs.rank[low:high], excluded, queries.absent)
    return best


@inner
def cells_of(ask: Asking, docs: Docs) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Points of each cell; how many before each nothing bars: a block without is skipped."""
    cells = docs.cell_ptr.shape[0] - 1
    points, room = np.empty(cells, np.int64), np.empty(cells, np.int64)
    set_cells(points, room, ask, docs)
    live = np.zeros(cells + 1, np.int32)
    live[1:] = np.cumsum(room >= 0)
    return points, live


@inner
def earn_all(
    earned: NDArray[np.uint16],
    query: int,
    credit: NDArray[np.uint16],
    docs: Docs,
    queries: Queries,
    requiring: bool,
) -> None:
    """Scatter every posting of a query's skills."""
    credits, start = credits_of(credit, queries, query, requiring), queries.skill_ptr[query]
    for at in range(credits.shape[0]):
        skill = queries.skill[start + at]
        first, stop = docs.post_ptr[skill], docs.post_ptr[skill + 1]
        earn(earned, 0, first, stop, docs.post, docs.post_weight, credits[at], requiring)


@inner
def total_block(
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    low: int,
    cell: int,
    points: NDArray[np.int64],
    earned: NDArray[np.uint16],
    ask: Asking,
    overlaps: NDArray[np.int64],
    docs: Docs,
    total: int,
    coverage: tuple[int, int],
) -> None:
    """Both sides' totals of the docs from row `low`, in `cell` or behind; 1 and -1 where vetoed."""
    packed = np.empty(a.shape[0], np.int64)
    at = 0
    while at < packed.shape[0]:
        end = min(docs.cell_ptr[cell + 1] - low, packed.shape[0])
        packed[at:end] = points[cell]
        at, cell = end, cell + 1
    add_block(packed, low, ask, overlaps, docs)
    totals, holder_weight, requirer_weight = docs.total, float(coverage[0]), float(coverage[1])
    share, requiring = 1.0 / max(total, 1), ask.requiring
    for i in range(packed.shape[0]):
        whole = float(np.int32(earned[i])) * PER_MILLE
        # Half a unit over the integer keeps the reciprocal's rounding away from the next integer.
        if requiring:
            covered = np.floor((whole + 0.5) * share)
        else:
            covered = np.floor(whole / max(float(totals[unsigned(low + i)]), 1.0))
        holder = float(np.int32(packed[i] >> 32)) + holder_weight * covered
        requirer = float(np.int32(packed[i] & LOW)) + requirer_weight * covered
        a[i] = holder if packed[i] >= 0 else 1.0
        b[i] = requirer if packed[i] >= 0 else -1.0


@inner
def _offer_block(
    heap: NDArray[np.int64],
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    ranks: NDArray[np.int32],
    excluded: NDArray[np.int32],
    absent: NDArray[np.int32],
) -> None:
    """Offer to the heap each doc of a block that no veto bars and that reaches its least score."""
    for start in range(0, a.shape[0], STRIPE):
        end = min(start + STRIPE, a.shape[0])
        least, reaching = float(least_score(heap)), 0
        for i in range(unsigned(start), unsigned(end)):
            reaching += reaches(a[i], b[i], least)
        if reaching == 0:
            continue
        for i in range(start, end):
            if reaches(a[i], b[i], least):
                offer(heap, mean(a[i], b[i]), ranks[i], excluded, absent)
