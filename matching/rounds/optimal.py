"""What stability costs: the assignment of the greatest total value, beside the stable one.

It is computed for comparison, never to be carried out: it leaves pairs who would both rather have
each other, and whoever sees that has a reason not to keep to it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from matching.rounds.rankings import NOBODY, Assignment, Rankings
from matching.rounds.stability import faults

MOST_CELLS = 50_000_000
"""Residents x places that are compared at most: 400 MB, and minutes."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stable assignment beside the most valuable one.

    blocking_pairs: of the most valuable, who would both rather have each other
    """

    value: int
    assigned: int
    optimal_value: int
    optimal_assigned: int
    blocking_pairs: int


def compare(rankings: Rankings, values: NDArray[np.int64], assignment: Assignment) -> Comparison:
    """values: int64 [pairs], at least 0, what each pair is worth together (its score)."""
    optimum = most_valuable(rankings, values)
    return Comparison(
        value=_total(rankings, values, assignment),
        assigned=int((assignment != NOBODY).sum()),
        optimal_value=_total(rankings, values, optimum),
        optimal_assigned=int((optimum != NOBODY).sum()),
        blocking_pairs=len(faults(rankings, optimum).blocking),
    )


def most_valuable(rankings: Rankings, values: NDArray[np.int64]) -> Assignment:
    """The assignment within capacities whose pairs are worth the most together.

    `ValueError` for values of other pairs or below 0, and where there are too many to compare.
    """
    if values.shape != (len(rankings),) or (values < 0).any():
        raise ValueError(f"Give each of the {len(rankings)} pairs a value of at least 0.")
    table = np.full((len(rankings.resident_ids), len(rankings.host_ids)), NOBODY, np.int64)
    table[rankings.residents, rankings.hosts] = values
    host_of = _host_of_each_place(rankings)
    # Nothing is worth as much as a pair that is not there: such a place stays empty.
    rows, columns = linear_sum_assignment(np.maximum(table, 0)[:, host_of], maximize=True)
    there = table[rows, host_of[columns]] != NOBODY
    optimum = np.full(len(rankings.resident_ids), NOBODY, np.int32)
    optimum[rows[there]] = host_of[columns[there]]
    return optimum


def _host_of_each_place(rankings: Rankings) -> NDArray[np.int64]:
    """Hosts, as often as they have places that somebody could take."""
    wished = np.bincount(rankings.hosts, minlength=len(rankings.host_ids))
    places = np.minimum(rankings.capacities, wished)
    cells = len(rankings.resident_ids) * int(places.sum())
    if cells > MOST_CELLS:
        raise ValueError(
            f"{cells:,} residents x places are too many to compare (at most {MOST_CELLS:,}): "
            "compare a part of the round."
        )
    return np.repeat(np.arange(len(rankings.host_ids)), places)


def _total(rankings: Rankings, values: NDArray[np.int64], assignment: Assignment) -> int:
    return int(values[assignment[rankings.residents] == rankings.hosts].sum())
