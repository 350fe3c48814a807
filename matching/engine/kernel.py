"""The exhaustive scan: every counterpart scored in one pass without branches, the best k kept.

Counterparts ("docs") are taken in blocks that stay in the first cache: the points of a block are
added up, then its scores are computed, then those that reach the k-th score so far are offered to
a heap. Doubles carry the division: all its numbers stay below 2^53, so it comes out exact.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled, unsigned
from matching.engine.criteria import ONE
from matching.engine.operands import Docs, Queries
from matching.engine.points import add_block, said_overlaps, sum_cells

BLOCK = 512
STRIPE = 64
LOW = 0xFFFFFFFF


@compiled
def _count_live(sums: NDArray[np.int64]) -> NDArray[np.int32]:
    """How many cells before each no level bars: a block without any is skipped."""
    live = np.zeros(sums.shape[0] + 1, np.int32)
    for cell in range(sums.shape[0]):
        live[cell + 1] = live[cell] + (sums[cell] >= 0)
    return live


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
    low: int,
    high: int,
    held: NDArray[np.uint16],
    docs: Docs,
    share: float,
    requiring: bool,
    weights: tuple[int, int],
) -> None:
    """Scores of a block, -1 where vetoed. Half a unit over the integer keeps the reciprocal's
    rounding away from the next integer: floor(1000 held / total) comes out exact."""
    holder_weight, requirer_weight = float(weights[0]), float(weights[1])
    for i in range(high - low):
        reciprocal = share if requiring else docs.share[low + i]
        coverage = np.floor((float(np.int32(held[low + i])) * ONE + 0.5) * reciprocal)
        a = float(np.int32(packed[i] >> 32)) + holder_weight * coverage
        b = float(np.int32(packed[i] & LOW)) + requirer_weight * coverage
        mean = 2.0 * a * b / max(a + b, 1.0)
        scores[i] = np.int32(mean) if packed[i] >= 0 else np.int32(-1)


@compiled
def _offer_block(
    heap: NDArray[np.int64],
    scores: NDArray[np.int32],
    low: int,
    high: int,
    ranks: NDArray[np.int32],
    excluded: NDArray[np.int32],
) -> None:
    """Offer to the heap each doc of a block that no veto bars and that reaches its least score."""
    for start in range(unsigned(0), high - low, unsigned(STRIPE)):
        end = min(start + unsigned(STRIPE), high - low)
        least = np.int32(max(heap[0] >> 32, 0))
        reaching = 0
        for i in range(end - start):
            reaching += scores[start + i] >= least
        if reaching == 0:
            continue
        for i in range(start, end):
            if scores[i] >= least:
                rank = ranks[low + i]
                key = np.int64(scores[i]) << 32 | (LOW - np.int64(rank))
                if key > heap[0] and not _is_excluded(excluded, rank):
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
    asked, people = queries.codes.shape[0], unsigned(docs.cell.shape[0])
    best = np.full((asked, k), -1, np.int64)
    held = np.zeros(docs.cell.shape[0], np.uint16)
    packed, scores = np.empty(BLOCK, np.int64), np.empty(BLOCK, np.int32)
    for query in range(asked):
        heap, masks, needs = best[query], queries.masks[query], queries.needs[query]
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        sums = sum_cells(levels, overlaps, docs, queries.codes[query], needs, requiring)
        live = _count_live(sums)
        said = said_overlaps(needs)
        _hold(held, docs, queries, query, requiring)
        share = queries.share[query]
        for low in range(unsigned(0), people, unsigned(BLOCK)):
            high = min(low + unsigned(BLOCK), people)
            if live[docs.cell[low]] == live[docs.cell[high - unsigned(1)] + 1]:
                continue
            add_block(packed, low, high, sums, overlaps, docs, masks, needs, said, requiring)
            _score_block(scores, packed, low, high, held, docs, share, requiring, coverage)
            _offer_block(heap, scores, low, high, docs.rank, excluded)
    return best
