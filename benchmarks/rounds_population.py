"""Rounds of any size from a seed: some are popular on both sides, and tastes differ."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.rounds.rankings import Rankings

TASTE = 1.5
"""How much tastes differ, in units of how much popularity does."""
WORTH = 100_000
"""What a pair can be worth to each of its two."""


class Cohort(NamedTuple):
    """values: int64 [pairs], what each pair is worth to both together."""

    rankings: Rankings
    values: NDArray[np.int64]


def cohort(
    residents: int,
    hosts: int,
    seed: int = 7,
    *,
    places: tuple[int, int] = (1, 5),
    listed: int | None = None,
) -> Cohort:
    """Full lists, or the best `listed` hosts of each resident; every host takes who lists it.

    places: the least and the most that a host has
    """
    rng = np.random.default_rng(seed)
    wish = rng.normal(size=hosts) + TASTE * rng.normal(size=(residents, hosts))
    worth = rng.normal(size=residents)[:, None] + TASTE * rng.normal(size=(residents, hosts))
    order = np.argsort(-wish, axis=1)[:, :listed]
    ranks = np.argsort(np.argsort(-worth, axis=0), axis=0)
    pairs = np.stack([order, np.take_along_axis(ranks, order, 1)], axis=2)
    rankings = Rankings(
        np.arange(residents),
        np.arange(hosts),
        np.arange(residents + 1) * order.shape[1],
        pairs.reshape(-1, 2).astype(np.int32),
        rng.integers(places[0], places[1] + 1, hosts),
    )
    values = _scaled(wish) + _scaled(worth)
    return Cohort(rankings, np.take_along_axis(values, order, 1).ravel())


def _scaled(values: NDArray[np.float64]) -> NDArray[np.int64]:
    spread = np.ptp(values) if values.size else 1.0
    lowest = values.min(initial=np.inf)
    return (WORTH * (values - lowest) / (spread or 1.0)).astype(np.int64)
