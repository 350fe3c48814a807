"""The best k so far, as a min-heap of keys: score << 32 | (2^32 - 1 - rank), -1 where empty.

The greatest key is the best, and among equal scores the smaller id.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import inner

LOW = 0xFFFFFFFF


@inner
def sift(heap: NDArray[np.int64], at: int, size: int, key: np.int64) -> None:
    """Put a key at a place of a min-heap whose places below are in order."""
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
def offer(
    heap: NDArray[np.int64],
    score: int,
    rank: np.int32,
    excluded: NDArray[np.int32],
    absent: NDArray[np.int32],
) -> None:
    """Keep a doc that is better than the least one, unless the query must not meet it.

    One that is offered twice is kept once.
    """
    key = np.int64(score) << 32 | (LOW - np.int64(rank))
    if key <= heap[0] or (heap == key).any():
        return
    if not _is_among(excluded, rank) and not _is_among(absent, rank):
        sift(heap, 0, heap.shape[0], key)


@inner
def least_score(heap: NDArray[np.int64]) -> np.int64:
    """What a doc must reach to be kept: 0 while there are fewer than k."""
    return max(heap[0] >> 32, np.int64(0))


@inner
def _is_among(ascending: NDArray[np.int32], rank: np.int32) -> bool:
    low, high = 0, ascending.shape[0]
    while low < high:
        middle = (low + high) // 2
        if ascending[middle] < rank:
            low = middle + 1
        else:
            high = middle
    return low < ascending.shape[0] and bool(ascending[low] == rank)
