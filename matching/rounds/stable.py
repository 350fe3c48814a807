"""The stable assignment that is best for every resident: deferred acceptance with capacities.

Residents propose down their lists, one at a time; a host keeps the best it has heard of and turns
away the rest (Gale and Shapley 1962). Whoever is turned away goes on at once (McVitie and Wilson
1971): the outcome is the same in any order. At most one proposal a pair, each O(log capacity).

Most proposals are refused, and cost two reads: the next pair of the resident's own list, and the
rank that its host asks to be beaten, of which all hosts' fit into the first cache.

All of it stands in this one file because the cache of machine code looks at no other.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled, inner, unsigned
from matching.rounds.rankings import LAST, NOBODY, Assignment, Rankings

FREE = (LAST + 1) << 32
"""Who holds a place that nobody holds: anybody is better."""
CLOSED = -1
"""The rank to be beaten where there is no place at all."""


def assign(rankings: Rankings) -> Assignment:
    """The host of each resident.

    Stable: no resident and host would both rather have each other. Of all stable assignments it
    is the best for every resident, and the worst for every host.
    """
    capacities = _usable(rankings)
    start = np.concatenate([[0], np.cumsum(capacities)]).astype(np.int64)
    places = np.full(start[-1], FREE, np.int64)
    to_beat = np.where(capacities > 0, LAST + 1, CLOSED).astype(np.int32)
    return _propose(rankings.ptr, rankings.pairs, start, places, to_beat)


def _usable(rankings: Rankings) -> NDArray[np.int64]:
    """Capacities, or what of them there are pairs for: an enormous one must take no memory."""
    if rankings.capacities.max(initial=0) <= len(rankings.resident_ids):
        return rankings.capacities
    wished = np.bincount(rankings.hosts, minlength=len(rankings.host_ids))
    return np.minimum(rankings.capacities, wished)


@compiled
def _propose(
    ptr: NDArray[np.int64],
    pairs: NDArray[np.int32],
    start: NDArray[np.int64],
    places: NDArray[np.int64],
    to_beat: NDArray[np.int32],
) -> NDArray[np.int32]:
    """All residents, one after the other, each with all whom they push out.

    places: those of host h are places[start[h]:start[h + 1]], a heap of rank << 32 | resident
    with the worst on top; to_beat: the rank below which each host still takes somebody.
    """
    following, assigned = ptr[:-1].copy(), np.full(ptr.shape[0] - 1, NOBODY, np.int32)
    for first in range(assigned.shape[0]):
        resident = first
        while resident != NOBODY:
            at = _heard(pairs, to_beat, following[resident], ptr[resident + 1])
            following[resident] = at + 1
            if at == ptr[resident + 1]:
                break
            host, rank = pairs[at]
            assigned[resident] = host
            held = places[start[host] : start[host + 1]]
            leaving = held[0]
            _replace(held, np.int64(rank) << 32 | resident)
            to_beat[host] = held[0] >> 32
            resident = NOBODY
            if leaving != FREE:
                resident = leaving & 0xFFFFFFFF
                assigned[resident] = NOBODY
    return assigned


@inner
def _heard(pairs: NDArray[np.int32], to_beat: NDArray[np.int32], at: int, end: int) -> np.int64:
    """The first pair from `at` on whose host takes this resident, or `end`."""
    at, end = unsigned(at), unsigned(end)
    while at < end and pairs[at, 1] >= to_beat[unsigned(pairs[at, 0])]:
        at += unsigned(1)
    return np.int64(at)


@inner
def _replace(held: NDArray[np.int64], key: np.int64) -> None:
    """Put a key in place of the greatest one of a max-heap."""
    at, size = 0, held.shape[0]
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and held[child + 1] > held[child]:
            child += 1
        if held[child] <= key:
            break
        held[at] = held[child]
        at = child
    held[at] = key
