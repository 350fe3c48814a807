"""The exhaustive scan: every counterpart scored in one pass without branches, the best k kept.

Counterparts ("docs") are taken in blocks that stay in the first cache: the points of a block are
added up, then its scores are computed, then those that reach the k-th score so far are offered to
a heap. Doubles carry the division: all its numbers stay below 2^53, so it comes out exact.

All of it stands in this one file because the cache of machine code looks at no other: a change
elsewhere would leave the old code running.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import bit_count, compiled, inner, unsigned
from matching.engine.criteria import ONE
from matching.engine.operands import Docs, Queries

BLOCK = 512
STRIPE = 64
LOW = 0xFFFFFFFF
AT_ONCE = 4
"""Overlaps added in one pass over a block: the sum then stays in a register."""

Four = tuple[int, int, int, int]
Words = tuple[np.uint64, np.uint64, np.uint64, np.uint64]


@inner
def _sum_cells(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    docs: Docs,
    codes: NDArray[np.uint8],
    needs: NDArray[np.uint8],
    requiring: bool,
) -> NDArray[np.int64]:
    """Packed points of each cell of docs: its levels, and all that silence settles.

    What the query leaves unsaid is worth the same for everyone. A holder's silence is a mask of
    0: its cell swaps the points of no common bits for those of an unsaid fact, so that the pass
    over people need not ask.
    """
    sums = np.zeros(docs.codes.shape[1], np.int64)
    for overlap in range(needs.shape[0] - 1):
        if needs[overlap] == 0:
            sums += overlaps[overlap, 0, 0]
    for level in range(levels.shape[0]):
        code = codes[level]
        row = levels[level, :, code].copy() if requiring else levels[level, code].copy()
        own = docs.codes[level]
        for cell in range(sums.shape[0]):
            sums[cell] += row[own[cell]]
    for overlap in range(needs.shape[0] - 1):
        swap = overlaps[overlap, 0, 0] - overlaps[overlap, needs[overlap], 0]
        for entry in range(docs.silent_ptr[overlap], docs.silent_ptr[overlap + 1]):
            sums[docs.silent_cell[entry]] += swap
    return sums


@inner
def _said_overlaps(needs: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The overlaps a query has said, filled up to full passes with one that counts nothing."""
    nothing = needs.shape[0] - 1
    passes = (np.count_nonzero(needs) + AT_ONCE - 1) // AT_ONCE
    said = np.full(passes * AT_ONCE, nothing, np.int64)
    found = 0
    for overlap in range(nothing):
        if needs[overlap] > 0:
            said[found] = overlap
            found += 1
    return said


@inner
def _add_block(
    packed: NDArray[np.int64],
    low: int,
    high: int,
    sums: NDArray[np.int64],
    points: NDArray[np.int64],
    docs: Docs,
    masks: NDArray[np.uint64],
    needs: NDArray[np.uint8],
    said: NDArray[np.int64],
    requiring: bool,
) -> None:
    """Set `packed` to the points of the docs in rows low..high, coverage apart.

    points: int64 [overlap + 1, need, common bits]; masks, needs: [overlap + 1]; in each the last
    is 0, the overlap that counts nothing. Indexes are unsigned, so that none is tried as negative.
    """
    for i in range(high - low):
        packed[i] = sums[np.uint32(docs.cell[low + i])]
    flat, stride = points.ravel(), unsigned(points.shape[2])
    for at in range(0, said.shape[0], AT_ONCE):
        p, q, r, s = said[at], said[at + 1], said[at + 2], said[at + 3]
        word = (docs.place[p], docs.place[q], docs.place[r], docs.place[s])
        mask = (masks[p], masks[q], masks[r], masks[s])
        if requiring:
            start = (
                _start(points, p, needs[p]),
                _start(points, q, needs[q]),
                _start(points, r, needs[r]),
                _start(points, s, needs[s]),
            )
            _add_overlaps(packed, low, high, docs.words, word, mask, flat, start)
        else:
            table = (
                _start(points, p, 0),
                _start(points, q, 0),
                _start(points, r, 0),
                _start(points, s, 0),
            )
            rows = docs.needs.shape[0]
            own = (
                unsigned(p % rows),
                unsigned(q % rows),
                unsigned(r % rows),
                unsigned(s % rows),
            )
            _add_overlaps_by_need(
                packed, low, high, docs.words, word, mask, flat, table, docs.needs, own, stride
            )


@inner
def _start(points: NDArray[np.int64], overlap: int, need: int) -> int:
    """Where an overlap's points for a need begin, all points laid flat."""
    return unsigned((overlap * points.shape[1] + need) * points.shape[2])


@inner
def _add_overlaps(
    packed: NDArray[np.int64],
    low: int,
    high: int,
    words: NDArray[np.uint64],
    word: Words,
    mask: Words,
    points: NDArray[np.int64],
    start: Four,
) -> None:
    """Add points[start + common bits] of four overlaps."""
    for i in range(high - low):
        packed[i] += (
            points[start[0] + bit_count(words[word[0], low + i] & mask[0])]
            + points[start[1] + bit_count(words[word[1], low + i] & mask[1])]
            + points[start[2] + bit_count(words[word[2], low + i] & mask[2])]
            + points[start[3] + bit_count(words[word[3], low + i] & mask[3])]
        )


@inner
def _add_overlaps_by_need(
    packed: NDArray[np.int64],
    low: int,
    high: int,
    words: NDArray[np.uint64],
    word: Words,
    mask: Words,
    points: NDArray[np.int64],
    table: Four,
    needs: NDArray[np.uint8],
    own: Four,
    stride: int,
) -> None:
    """Add points[table + need * stride + common bits] of four overlaps, by each doc's own need."""
    for i in range(high - low):
        at = low + i
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


@inner
def _count_live(sums: NDArray[np.int64]) -> NDArray[np.int32]:
    """How many cells before each no level bars: a block without any is skipped."""
    live = np.zeros(sums.shape[0] + 1, np.int32)
    for cell in range(sums.shape[0]):
        live[cell + 1] = live[cell] + (sums[cell] >= 0)
    return live


@inner
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


@inner
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


@inner
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


@inner
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


@inner
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
        sums = _sum_cells(levels, overlaps, docs, queries.codes[query], needs, requiring)
        live = _count_live(sums)
        said = _said_overlaps(needs)
        _hold(held, docs, queries, query, requiring)
        share = queries.share[query]
        for low in range(unsigned(0), people, unsigned(BLOCK)):
            high = min(low + unsigned(BLOCK), people)
            if live[docs.cell[low]] == live[docs.cell[high - unsigned(1)] + 1]:
                continue
            _add_block(packed, low, high, sums, overlaps, docs, masks, needs, said, requiring)
            _score_block(scores, packed, low, high, held, docs, share, requiring, coverage)
            _offer_block(heap, scores, low, high, docs.rank, excluded)
    return best
