"""Whether an assignment is stable, checked from the definition and from nothing else."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.rounds.rankings import NOBODY, Assignment, Rankings

UNRANKED = np.iinfo(np.int64).max
"""The rank of somebody whom a host would not take: anybody it ranks is better."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with an assignment, by places; nothing where it is stable.

    blocking: int64 [n, 2], a resident and a host who would both rather have each other
    overfull: hosts with more residents than places
    unacceptable: residents at a host that they or it would not take
    """

    blocking: NDArray[np.int64]
    overfull: NDArray[np.int64]
    unacceptable: NDArray[np.int64]

    def __bool__(self) -> bool:
        return bool(len(self.blocking) or len(self.overfull) or len(self.unacceptable))


def faults(rankings: Rankings, assignment: Assignment) -> Faults:
    """Look at every pair. `ValueError` for an assignment of others than these."""
    _check(rankings, assignment)
    residents, hosts = rankings.residents, rankings.hosts
    together = assignment[residents] == hosts
    lost = assignment != NOBODY
    lost[residents[together]] = False
    blocking = _wished(rankings, together) & _welcome(rankings, assignment, together, lost)
    return Faults(
        np.column_stack([residents[blocking], hosts[blocking]]).astype(np.int64),
        np.flatnonzero(_taken(rankings, assignment) > rankings.capacities),
        np.flatnonzero(lost),
    )


def _check(rankings: Rankings, assignment: Assignment) -> None:
    if len(assignment) != len(rankings.resident_ids):
        raise ValueError(
            f"{len(assignment)} are assigned of {len(rankings.resident_ids)} residents."
        )
    if not ((assignment >= NOBODY) & (assignment < len(rankings.host_ids))).all():
        raise ValueError(f"A resident is assigned to none of the {len(rankings.host_ids)} hosts.")


def _wished(rankings: Rankings, together: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pairs whose resident has no host, or one further down their own list."""
    residents = rankings.residents
    place = np.arange(len(rankings))
    own = np.full(len(rankings.resident_ids), len(rankings))
    own[residents[together]] = place[together]
    return place < own[residents]


def _welcome(
    rankings: Rankings,
    assignment: Assignment,
    together: NDArray[np.bool_],
    lost: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Pairs whose host has a place left, or has somebody whom it likes less."""
    hosts = rankings.hosts
    worst = np.full(len(rankings.host_ids), -1, np.int64)
    np.maximum.at(worst, hosts[together], rankings.ranks[together])
    worst[assignment[lost]] = UNRANKED
    roomy = _taken(rankings, assignment) < rankings.capacities
    return roomy[hosts] | (rankings.ranks < worst[hosts])


def _taken(rankings: Rankings, assignment: Assignment) -> NDArray[np.int64]:
    """How many residents each host has."""
    assigned = assignment[assignment != NOBODY]
    return np.bincount(assigned, minlength=len(rankings.host_ids))
