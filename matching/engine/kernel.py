"""The exhaustive scan: every counterpart scored in one pass without branches, the best k kept.

Counterparts ("docs") are taken in blocks that stay in the first cache: the points of a block are
added up, then its scores are computed, then those that reach the k-th score so far are offered to
a heap. Doubles carry the division: all its numbers stay below 2^53, so it comes out exact.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled
from matching.engine.criteria import ONE
from matching.engine.operands import Docs, Queries
from matching.engine.points import add_block, said_overlaps, sum_cells

BLOCK = 512
STRIPE = 64
LOW = 0xFFFFFFFF


@compiled
def _hold(
    held: NDArray[np.uint16], docs: Docs, queries: Queries, query: int, requiring: bool
) -> None:
    """Weights of the required skills that each pair has in common: every posting scattered."""
    held[:] = 0
    for entry in range(queries.skill_ptr[query], queries.skill_ptr[query + 1]):
        skill = queries.skill[entry]
        weight = queries.weight[entry]
        for post in range(docs.post_ptr[skill], docs.post_ptr[skill + 1]):
            held[docs.post_row[post]] += weight if requiring else docs.post_weight[post]


@compiled
def _score_block(
    scores: NDArray[np.int32],
    packed: NDArray[np.int64],
    held: NDArray[np.uint16],
    shares: NDArray[np.float64],
    weights: tuple[int, int],
) -> None:
    """Scores of a block, -1 where vetoed. Half a unit over the integer keeps the reciprocal's
    rounding away from the next integer: floor(1000 held / total) comes out exact."""
    each = shares.shape[0] > 1
    holder_weight, requirer_weight = float(weights[0]), float(weights[1])
    for i in range(scores.shape[0]):
        share = shares[i] if each else shares[0]
        coverage = np.floor((float(np.int32(held[i])) * ONE + 0.5) * share)
        a = float(np.int32(packed[i] >> 32)) + holder_weight * coverage
        b = float(np.int32(packed[i] & LOW)) + requirer_weight * coverage
        mean = 2.0 * a * b / max(a + b, 1.0)
        scores[i] = np.int32(mean) if packed[i] >= 0 else np.int32(-1)


@compiled
def _offer_block(
    heap: NDArray[np.int64],
    scores: NDArray[np.int32],
    ranks: NDArray[np.int32],
    excluded: NDArray[np.int32],
) -> None:
    """Offer to the heap each doc of a block that no veto bars and that reaches its least score."""
    for low in range(0, scores.shape[0], STRIPE):
        stripe = scores[low : low + STRIPE]
        least = np.int32(max(heap[0] >> 32, 0))
        reaching = 0
        for i in range(stripe.shape[0]):
            reaching += stripe[i] >= least
        if reaching:
            _offer(heap, stripe, least, ranks[low : low + STRIPE], excluded)


@compiled
def _offer(
    heap: NDArray[np.int64],
    scores: NDArray[np.int32],
    least: np.int32,
    ranks: NDArray[np.int32],
    excluded: NDArray[np.int32],
) -> None:
    for i in range(scores.shape[0]):
        if scores[i] >= least:
            key = np.int64(scores[i]) << 32 | (LOW - np.int64(ranks[i]))
            if key > heap[0] and not _is_excluded(excluded, ranks[i]):
                _sift(heap, key)


@compiled
def _sift(heap: NDArray[np.int64], key: np.int64) -> None:
    """Put a key in place of the least one of a min-heap."""
    at, size = 0, heap.shape[0]
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= key:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = key


@compiled
def _is_excluded(excluded: NDArray[np.int32], rank: np.int32) -> bool:
    low, high = 0, excluded.shape[0]
    while low < high:
        middle = (low + high) // 2
        if excluded[middle] < rank:
            low = middle + 1
        else:
            high = middle
    return low < excluded.shape[0] and bool(excluded[low] == rank)


@compiled
def rank_all(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    coverage: tuple[int, int],
    docs: Docs,
    queries: Queries,
    k: int,
    requiring: bool,
) -> NDArray[np.int64]:
    """The k best docs of each query as int64 [q, k] keys in heap order, -1 where there are fewer.

    A key is score << 32 | (2^32 - 1 - rank): the greatest is the best, and then the smaller id.
    `requiring`: the queries are requirers and the docs holders; otherwise the reverse.
    """
    asked, people = queries.codes.shape[0], docs.cell.shape[0]
    best = np.full((asked, k), -1, np.int64)
    held = np.zeros(people, np.uint16)
    room, scores_room = np.empty(BLOCK, np.int64), np.empty(BLOCK, np.int32)
    for query in range(asked):
        heap, masks, needs = best[query], queries.masks[query], queries.needs[query]
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        sums = sum_cells(levels, overlaps, docs, queries.codes[query], needs, requiring)
        said = said_overlaps(needs)
        _hold(held, docs, queries, query, requiring)
        for low in range(0, people, BLOCK):
            high = min(low + BLOCK, people)
            packed, scores = room[: high - low], scores_room[: high - low]
            add_block(packed, low, sums, overlaps, docs, masks, needs, said, requiring)
            shares = queries.share[query : query + 1] if requiring else docs.share[low:high]
            _score_block(scores, packed, held[low:high], shares, coverage)
            _offer_block(heap, scores, docs.rank[low:high], excluded)
    return best
