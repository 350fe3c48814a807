"""The exhaustive scan: every counterpart scored in one pass without branches, the best k kept.

Counterparts ("docs") are taken in blocks that stay in the first cache. For each block the packed
points of all criteria are added up (tables.py), then the coverage, then those that reach the
k-th score so far are offered to a heap. Doubles carry the comparison: both of its sides stay
below 2^53, so it is exact.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import bit_count, compiled
from matching.engine.criteria import ONE

BLOCK = 512
STRIPE = 64
LOW = 0xFFFFFFFF


class Docs(NamedTuple):
    """The counterparts, as in `Side`; `place` is the word of each overlap."""

    rank: NDArray[np.int32]
    cell: NDArray[np.int32]
    facets: NDArray[np.uint8]
    words: NDArray[np.uint64]
    place: NDArray[np.int64]
    needs: NDArray[np.uint8]
    post_ptr: NDArray[np.int64]
    post_row: NDArray[np.int32]
    post_weight: NDArray[np.uint16]
    share: NDArray[np.float64]


class Queries(NamedTuple):
    """The askers, q of them.

    codes: uint8 [q, level], 0 = unsaid
    masks: uint64 [q, overlap], bits where the docs' words have them
    needs: uint8 [q, overlap], 0 = unsaid; of a holder 1 where said
    skill_ptr, skill, weight: int64 [q + 1], int32 (the docs' skill codes), uint16
    share: float64 [q]
    excluded_ptr, excluded: int64 [q + 1], int32 ascending ranks of docs
    """

    codes: NDArray[np.uint8]
    masks: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    skill_ptr: NDArray[np.int64]
    skill: NDArray[np.int32]
    weight: NDArray[np.uint16]
    share: NDArray[np.float64]
    excluded_ptr: NDArray[np.int64]
    excluded: NDArray[np.int32]


@compiled
def _sum_cells(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    docs: Docs,
    codes: NDArray[np.uint8],
    needs: NDArray[np.uint8],
    requiring: bool,
) -> NDArray[np.int64]:
    """Packed Level points of each cell. A silent holder's mask is 0: the cell swaps the points
    of no common bits for those of an unsaid fact, so the pass over people need not ask."""
    sums = np.zeros(docs.facets.shape[1], np.int64)
    for level in range(levels.shape[0]):
        code = codes[level]
        row = levels[level, :, code].copy() if requiring else levels[level, code].copy()
        facet = docs.facets[level]
        for cell in range(sums.shape[0]):
            sums[cell] += row[facet[cell]]
    if requiring:
        for overlap in range(overlaps.shape[0]):
            swap = overlaps[overlap, 0, 0] - overlaps[overlap, needs[overlap], 0]
            facet = docs.facets[levels.shape[0] + overlap]
            for cell in range(sums.shape[0]):
                sums[cell] += swap * facet[cell]
    return sums


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
def _add_overlap(
    packed: NDArray[np.int64],
    words: NDArray[np.uint64],
    mask: np.uint64,
    points: NDArray[np.int64],
) -> None:
    """Add points[common bits]."""
    for i in range(words.shape[0]):
        packed[i] += points[bit_count(words[i] & mask)]


@compiled
def _add_overlap_by_need(
    packed: NDArray[np.int64],
    words: NDArray[np.uint64],
    mask: np.uint64,
    points: NDArray[np.int64],
    stride: int,
    needs: NDArray[np.uint8],
) -> None:
    """Add points[need * stride + common bits], each doc having a need of its own."""
    step = np.uint64(stride)
    for i in range(words.shape[0]):
        packed[i] += points[np.uint64(needs[i]) * step + bit_count(words[i] & mask)]


@compiled
def _add_coverage(
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    packed: NDArray[np.int64],
    held: NDArray[np.uint16],
    shares: NDArray[np.float64],
    weights: tuple[int, int],
) -> None:
    """Both totals of each pair. Half a unit over the integer keeps the reciprocal's rounding
    away from the next integer: floor(1000 held / total) comes out exact."""
    each = shares.shape[0] > 1
    holder_weight, requirer_weight = float(weights[0]), float(weights[1])
    for i in range(held.shape[0]):
        share = shares[i] if each else shares[0]
        coverage = np.floor((float(np.int32(held[i])) * ONE + 0.5) * share)
        a[i] = float(np.int32(packed[i] >> 32)) + holder_weight * coverage
        b[i] = float(np.int32(packed[i] & LOW)) + requirer_weight * coverage


@compiled
def _sift(heap: NDArray[np.int64], key: int) -> None:
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
def _is_excluded(excluded: NDArray[np.int32], rank: int) -> bool:
    low, high = 0, excluded.shape[0]
    while low < high:
        middle = (low + high) // 2
        if excluded[middle] < rank:
            low = middle + 1
        else:
            high = middle
    return low < excluded.shape[0] and int(excluded[low]) == rank


@compiled
def _add_block(
    packed: NDArray[np.int64],
    low: int,
    sums: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    docs: Docs,
    masks: NDArray[np.uint64],
    needs: NDArray[np.uint8],
    requiring: bool,
) -> None:
    """Packed points of a block of docs, from `low` on: its cells' sums, then each overlap."""
    high = low + packed.shape[0]
    cells = docs.cell[low:high]
    for i in range(packed.shape[0]):
        packed[i] = sums[np.uint32(cells[i])]
    for overlap in range(overlaps.shape[0]):
        words = docs.words[docs.place[overlap], low:high]
        points = overlaps[overlap]
        need = needs[overlap]
        if requiring or need == 0:
            _add_overlap(packed, words, masks[overlap], points[need])
        else:
            own = docs.needs[overlap, low:high]
            stride = points.shape[1]
            _add_overlap_by_need(packed, words, masks[overlap], points.ravel(), stride, own)


@compiled
def _offer_block(
    heap: NDArray[np.int64],
    packed: NDArray[np.int64],
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    ranks: NDArray[np.int32],
    excluded: NDArray[np.int32],
) -> None:
    """Offer to the heap each doc of a block that no veto bars and that reaches its least score."""
    for low in range(0, packed.shape[0], STRIPE):
        high = min(low + STRIPE, packed.shape[0])
        least = float(max(heap[0] >> 32, 0))
        reaching = 0
        for i in range(low, high):
            reaching += (packed[i] >= 0) & (2.0 * a[i] * b[i] >= least * (a[i] + b[i]))
        if reaching == 0:
            continue
        for i in range(low, high):
            if packed[i] < 0 or 2.0 * a[i] * b[i] < least * (a[i] + b[i]):
                continue
            holder, requirer = int(a[i]), int(b[i])
            score = 2 * holder * requirer // max(holder + requirer, 1)
            key = score << 32 | (LOW - int(ranks[i]))
            if key > heap[0] and not _is_excluded(excluded, int(ranks[i])):
                _sift(heap, key)
                least = float(max(heap[0] >> 32, 0))


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
    room, room_a, room_b = np.empty(BLOCK, np.int64), np.empty(BLOCK), np.empty(BLOCK)
    for query in range(asked):
        heap, needs = best[query], queries.needs[query]
        excluded = queries.excluded[queries.excluded_ptr[query] : queries.excluded_ptr[query + 1]]
        sums = _sum_cells(levels, overlaps, docs, queries.codes[query], needs, requiring)
        _hold(held, docs, queries, query, requiring)
        for low in range(0, people, BLOCK):
            high = min(low + BLOCK, people)
            packed, a, b = room[: high - low], room_a[: high - low], room_b[: high - low]
            _add_block(packed, low, sums, overlaps, docs, queries.masks[query], needs, requiring)
            shares = queries.share[query : query + 1] if requiring else docs.share[low:high]
            _add_coverage(a, b, packed, held[low:high], shares, coverage)
            _offer_block(heap, packed, a, b, docs.rank[low:high], excluded)
    return best
