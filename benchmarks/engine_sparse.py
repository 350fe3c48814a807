"""The rival in numpy: coverage by a sparse product, everything else by whole-array look-ups."""

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

from benchmarks.engine_population import LAYOUT, Population
from matching.engine.columns import Columns
from matching.engine.criteria import FULL_CREDIT, ONE
from matching.engine.ranking import Ranking
from matching.engine.tables import Tables

BLOCK = 10
LOW = 0xFFFFFFFF
LEVELS = LAYOUT.skill_levels + 1


class SparseRival:
    """Holders ranked for requirers, exactly, in blocks of a few requirers."""

    def __init__(self, population: Population, tables: Tables) -> None:
        self.holders = population.holder_columns
        self.requirers = population.requirer_columns
        self.tables = tables
        skills = 1 + max(self.holders.skills.max(), self.requirers.skills.max())
        self.held = _held(self.holders, skills)
        self.required = _required(self.requirers, skills, tables.credit)
        self.totals = _totals(self.requirers)
        self.needs = np.where(self.requirers.silent, 0, self.requirers.needs)

    def rank(self, queries: NDArray[np.int64], k: int) -> Ranking:
        """queries: places in the requirers' columns."""
        blocks = np.split(queries, range(BLOCK, len(queries), BLOCK))
        keys = np.concatenate([self._best(block, k) for block in blocks])
        places = np.where(keys >= 0, LOW - (keys & LOW), 0)
        ids = np.where(keys >= 0, self.holders.ids[places], -1)
        return Ranking(ids, (keys >> 32).astype(np.int32))

    def _best(self, queries: NDArray[np.int64], k: int) -> NDArray[np.int64]:
        earned = (self.required[queries] @ self.held.T).toarray()
        coverage = ONE // FULL_CREDIT * earned // np.maximum(self.totals[queries], 1)[:, None]
        packed = self._points(queries)
        holder_weight, requirer_weight = self.tables.coverage
        a = (packed >> 32) + holder_weight * coverage
        b = (packed & LOW) + requirer_weight * coverage
        scores = 2 * a * b // np.maximum(a + b, 1)
        keys = np.where(packed < 0, -1, scores << 32 | LOW - np.arange(packed.shape[1]))
        best = np.partition(keys, -k, axis=1)[:, -k:]
        return np.sort(best, axis=1)[:, ::-1]

    def _points(self, queries: NDArray[np.int64]) -> NDArray[np.int64]:
        packed = np.zeros((len(queries), len(self.holders.ids)), np.int64)
        for level, table in enumerate(self.tables.levels):
            own = self.requirers.codes[level, queries]
            packed += table[self.holders.codes[level][None, :], own[:, None]]
        for overlap, table in enumerate(self.tables.overlaps[:-1]):
            masks = self.requirers.masks[overlap, queries]
            common = np.bitwise_count(self.holders.masks[overlap][None, :] & masks[:, None])
            need = self.needs[overlap, queries][:, None]
            need = np.where(self.holders.silent[overlap][None, :], 0, need)
            packed += table[need, common]
        return packed


def _held(columns: Columns, skills: int) -> sparse.csr_matrix:
    """A column for each skill at each level, 1 where it is held."""
    places = columns.skills * LEVELS + columns.skill_levels
    rows = np.ones(len(places), np.int64), places, columns.skill_ptr
    return sparse.csr_matrix(rows, shape=(len(columns.ids), skills * LEVELS))


def _required(columns: Columns, skills: int, credit: NDArray[np.uint16]) -> sparse.csr_matrix:
    """What each skill would earn at each level that it may be held at."""
    places = columns.skills[:, None] * LEVELS + np.arange(1, LEVELS)
    credits = credit[1:, columns.skill_levels].T.astype(np.int64)
    earned = columns.skill_weights[:, None] * credits
    rows = earned.ravel(), places.ravel(), columns.skill_ptr * (LEVELS - 1)
    return sparse.csr_matrix(rows, shape=(len(columns.ids), skills * LEVELS))


def _totals(columns: Columns) -> NDArray[np.int64]:
    """Each requirer's sum of weights."""
    sums = np.concatenate([[0], np.cumsum(columns.skill_weights, dtype=np.int64)])
    return sums[columns.skill_ptr[1:]] - sums[columns.skill_ptr[:-1]]
