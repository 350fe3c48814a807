"""Rounds of any size from a seed: some are popular on both sides, and tastes differ."""

import numpy as np

from matching.rounds.rankings import Rankings


def drawn(residents, hosts, seed, *, most_places=5, listed=None):
    """Full lists, or the best `listed` hosts of each; every host takes whoever lists it."""
    rng = np.random.default_rng(seed)
    wish = rng.normal(size=hosts) + 1.5 * rng.normal(size=(residents, hosts))
    worth = rng.normal(size=residents)[:, None] + 1.5 * rng.normal(size=(residents, hosts))
    order = np.argsort(-wish, axis=1)[:, :listed]
    ranks = np.argsort(np.argsort(-worth, axis=0), axis=0)
    pairs = np.stack([order, np.take_along_axis(ranks, order, 1)], axis=2).astype(np.int32)
    return Rankings(
        np.arange(residents),
        np.arange(hosts),
        np.arange(residents + 1) * order.shape[1],
        pairs.reshape(-1, 2),
        rng.integers(0, most_places + 1, hosts),
    )
