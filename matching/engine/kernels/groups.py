"""Groups of docs that agree on the levels that veto most: which may matter, and in which order."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import inner
from matching.engine.criteria import ONE
from matching.engine.kernels.heap import LOW, sift
from matching.engine.kernels.scores import score_of

WINDOW = 32_768
"""Rows whose earnings stay in the second cache."""
FIRST = 4096
"""Rows of the most promising groups, looked at before all others: they raise the least score."""
GAP = 8192
"""Rows that do not matter between two that do, below which both are looked at together."""


@inner
def above_of(room: NDArray[np.int64], groups: NDArray[np.int32]) -> NDArray[np.int64]:
    """For each side the most of any cell: the two may come from two cells."""
    above = np.empty(groups.shape[0] - 1, np.int64)
    for group in range(above.shape[0]):
        a = b = np.int64(-1)
        for cell in range(groups[group], groups[group + 1]):
            if room[cell] >= 0:
                a, b = max(a, room[cell] >> 32), max(b, room[cell] & LOW)
        above[group] = (a << 32) + b if a >= 0 else -1
    return above


@inner
def most_of(above: NDArray[np.int64], coverage: tuple[int, int]) -> NDArray[np.int32]:
    most = np.empty(above.shape[0], np.int32)
    for group in range(most.shape[0]):
        most[group] = score_of(above[group], ONE, coverage) if above[group] >= 0 else -1
    return most


@inner
def promising_of(most: NDArray[np.int32], starts: NDArray[np.int32]) -> NDArray[np.int64]:
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
        rows += starts[group + 1] - starts[group]
        left -= 1
        sift(keys, 0, left, keys[left])
    return found


@inner
def stretch_from(
    group: int,
    end: int,
    least: np.int64,
    most: NDArray[np.int32],
    starts: NDArray[np.int32],
) -> int:
    """Where a stretch of groups ends that may matter and fit into one window, or are one.

    Little that does not matter is taken along: to seek each list anew costs more.
    """
    stop = last = group
    while last < end and (last == group or starts[last + 1] - starts[group] <= WINDOW):
        last += 1
        if most[last - 1] >= least:
            stop = last
        elif stop == group or starts[last] - starts[stop] > GAP:
            break
    return stop
