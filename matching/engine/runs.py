"""Runs of unequal length laid end to end: run i is elements[ptr[i]:ptr[i + 1]]."""

import numpy as np
from numpy.typing import NDArray


def pick_runs(
    ptr: NDArray[np.integer], order: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pointers of some runs in another order, and the elements they then hold."""
    starts = ptr[order].astype(np.int64)
    lengths = ptr[order + 1] - starts
    ends = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    picked = np.arange(ends[-1]) + np.repeat(starts - ends[:-1], lengths)
    return ends, picked


def thin_runs(ptr: NDArray[np.int64], kept: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pointers of runs after only the kept elements stayed."""
    before: NDArray[np.int64] = np.concatenate([[0], np.cumsum(kept)]).astype(np.int64)
    return before[ptr]


def find(
    ascending: NDArray[np.int64], wanted: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Which of the wanted values there are, and the places of those."""
    places = np.searchsorted(ascending, wanted)
    known = places < len(ascending)
    known[known] = ascending[places[known]] == wanted[known]
    return known, places[known]
