"""The exhaustive scan: every counterpart scored in one pass without branches, the best k kept.

Docs are taken in blocks that stay in the first cache: the points of a block are added up, then its
scores are computed, then those that reach the k-th score so far are offered to a heap. Doubles
carry the divisions: all their numbers stay below 2^53, so they come out exact.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled, inner, unsigned
from matching.engine.kernels.coverage import PER_MILLE, credits_of, earn
from matching.engine.kernels.heap import least_score, offer
from matching.engine.kernels.points import Asking, add_block, asking, set_cells
from matching.engine.operands import Docs, Queries

BLOCK = 512
STRIPE = 64
LOW = 0xFFFFFFFF


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
    earned, scores = np.zeros(people, np.uint16), np.empty(BLOCK, np.int32)
    for query in range(asked):
        heap = best[query]
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        ask = asking(levels, overlaps, docs, queries, query, requiring)
        points, live = _cells(ask, docs)
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
            block = scores[: high - low]
            score_block(
                block, low, first, points, earned[low:high], ask, overlaps, docs,
                queries.total[query], coverage,
            )  # fmt: skip
            _offer_block(heap, block, docs.rank[low:high], excluded, queries.absent)
    return best


@inner
def _cells(ask: Asking, docs: Docs) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
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
def score_block(
    scores: NDArray[np.int32],
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
    """Scores of the docs from row `low`, which lies in `cell`; -1 where vetoed."""
    packed = np.empty(scores.shape[0], np.int64)
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
        a = float(np.int32(packed[i] >> 32)) + holder_weight * covered
        b = float(np.int32(packed[i] & LOW)) + requirer_weight * covered
        mean = 2.0 * a * b / max(a + b, 1.0)
        scores[i] = np.int32(mean) if packed[i] >= 0 else np.int32(-1)


@inner
def _offer_block(
    heap: NDArray[np.int64],
    scores: NDArray[np.int32],
    ranks: NDArray[np.int32],
    excluded: NDArray[np.int32],
    absent: NDArray[np.int32],
) -> None:
    """Offer to the heap each doc of a block that no veto bars and that reaches its least score."""
    for start in range(0, scores.shape[0], STRIPE):
        stripe = scores[start : start + STRIPE]
        least = np.int32(least_score(heap))
        reaching = 0
        for i in range(stripe.shape[0]):
            reaching += stripe[i] >= least
        if reaching == 0:
            continue
        for i in range(stripe.shape[0]):
            if stripe[i] >= least:
                offer(heap, stripe[i], ranks[start + i], excluded, absent)
