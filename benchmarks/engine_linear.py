"""The linear form: what a sparse product can express as well, to the last unit.

Both sides weigh alike, nothing vetoes, nothing saturates and no level of a skill is asked: a score
is then a sum of products. A requirer's skill weights add up to 1,000, so that coverage, which
rounds down, is a sum too.
"""

from dataclasses import replace

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from sparse_dot_topn import sp_matmul_topn, zip_sp_matmul_topn

from benchmarks.engine_population import Population, pay, place, populate, seniority
from matching.engine.columns import Columns
from matching.engine.criteria import FULL_CREDIT, ONE, Coverage, Criteria, Level, Overlap, Weights
from matching.engine.index import Side
from matching.engine.layout import Layout
from matching.engine.ranking import Ranking
from matching.engine.tables import Tables

LINEAR: Criteria = (
    Level("seniority", seniority, size=6),
    Level("place", lambda holder, requirer: place(holder, requirer) or 0, size=16),
    Level("pay", lambda holder, requirer: pay(holder, requirer) or 0, size=16),
    Overlap("hours", lambda common, _need: 41 * common, width=24),
    Overlap("sectors", lambda common, _need: 41 * common, width=24),
    Overlap("languages", lambda common, _need: 125 * common, width=8),
    Coverage("skills", lambda _held, _asked: FULL_CREDIT),
)
ALIKE: Weights = {
    "seniority": (120, 120),
    "place": (100, 100),
    "pay": (80, 80),
    "hours": (100, 100),
    "sectors": (100, 100),
    "languages": (100, 100),
    "skills": (400, 400),
}
LAYOUT = Layout.of(LINEAR)
POINTS = 0xFFFFFFFF
BLOCK = 65_536


def populate_linear(holders: int, requirers: int) -> Population:
    """The same people, without consent and with skill weights that add up to 1,000."""
    people = populate(holders, requirers)
    held, required = _without_consent(people.holder_columns), _thousand(people.requirer_columns)
    return Population(
        holder_columns=held,
        requirer_columns=required,
        holders=Side.from_chunks("holders", LAYOUT, [held]),
        requirers=Side.from_chunks("requirers", LAYOUT, [required]),
    )


def _without_consent(columns: Columns) -> Columns:
    said = len(LAYOUT.widths)
    masks, silent, needs = columns.masks[:said], columns.silent[:said], columns.needs[:said]
    return replace(columns, masks=masks, silent=silent, needs=needs)


def _thousand(columns: Columns) -> Columns:
    """Rounded so that each requirer's weights add up: by differences of their shares so far."""
    sums = np.concatenate([[0], np.cumsum(columns.skill_weights, dtype=np.int64)])
    starts = np.repeat(sums[columns.skill_ptr[:-1]], np.diff(columns.skill_ptr))
    totals = np.repeat(np.diff(sums[columns.skill_ptr]), np.diff(columns.skill_ptr))
    before, after = sums[:-1] - starts, sums[1:] - starts
    weights = ONE * after // totals - ONE * before // totals
    return replace(_without_consent(columns), skill_weights=weights.astype(np.uint16))


class DotRival:
    """PyPI's sparse_dot_topn on one thread: requirers' vectors by all holders', the best kept.

    Either in one product, or a block of holders at a time, whose sums stay in the second cache.
    """

    def __init__(self, population: Population, tables: Tables, queries: int) -> None:
        held, required = population.holder_columns, population.requirer_columns
        skills = 1 + int(max(held.skills.max(), required.skills.max()))
        self.ids = held.ids
        vectors = _holders(held, skills)
        self.holders = vectors.T.tocsr()
        starts = range(0, len(held.ids), BLOCK)
        self.blocks = [vectors[start : start + BLOCK].T.tocsr() for start in starts]
        self.requirers, self.constants = _requirers(required, queries, skills, tables)

    def rank(self, queries: NDArray[np.integer], k: int) -> Ranking:
        """queries: places in the requirers' columns."""
        return self._ranking(queries, k, self._product(queries, k, self.holders))

    def rank_in_blocks(self, queries: NDArray[np.integer], k: int) -> Ranking:
        products = [self._product(queries, k, block) for block in self.blocks]
        return self._ranking(queries, k, zip_sp_matmul_topn(top_n=k, C_mats=products))

    def _product(
        self, queries: NDArray[np.integer], k: int, holders: sparse.csr_matrix
    ) -> sparse.csr_matrix:
        return sp_matmul_topn(self.requirers[queries], holders, top_n=k, sort=True)

    def _ranking(self, queries: NDArray[np.integer], k: int, found: sparse.csr_matrix) -> Ranking:
        scores = found.data.reshape(len(queries), k).astype(np.int32)
        ids = self.ids[found.indices.reshape(len(queries), k)]
        return Ranking(ids, scores + self.constants[queries, None])


def _holders(columns: Columns, skills: int) -> sparse.csr_matrix:
    """A vector a holder, of ones: each code, each bit, each silence, each skill."""
    n = len(columns.ids)
    parts = [
        _ones(np.arange(n), codes, (n, size + 1))
        for codes, size in zip(columns.codes, LAYOUT.sizes, strict=True)
    ]
    for mask, silent, width in zip(columns.masks, columns.silent, LAYOUT.widths, strict=True):
        bits = [np.flatnonzero(mask >> np.uint64(bit) & np.uint64(1)) for bit in range(width)]
        bits.append(np.flatnonzero(silent))
        places = np.repeat(np.arange(width + 1), [len(rows) for rows in bits])
        parts.append(_ones(np.concatenate(bits), places, (n, width + 1)))
    owners = np.repeat(np.arange(n), np.diff(columns.skill_ptr))
    parts.append(_ones(owners, columns.skills, (n, skills)))
    return sparse.hstack(parts, "csr", np.float32)


def _ones(
    rows: NDArray[np.integer], places: NDArray[np.integer], shape: tuple[int, int]
) -> sparse.csr_matrix:
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, places)), shape=shape)


def _requirers(
    columns: Columns, queries: int, skills: int, tables: Tables
) -> tuple[sparse.csr_matrix, NDArray[np.int32]]:
    """A vector of points for each of the first requirers, and what all holders earn besides."""
    constants, parts = np.zeros(queries, np.int32), []
    for level, size in enumerate(LAYOUT.sizes):
        parts.append((tables.levels[level] & POINTS)[: size + 1, columns.codes[level, :queries]].T)
    for overlap, width in enumerate(LAYOUT.widths):
        unsaid, each = (int(tables.overlaps[overlap, *at]) & POINTS for at in ((0, 0), (1, 1)))
        said = columns.needs[overlap, :queries] > 0
        bits = columns.masks[overlap, :queries, None] >> np.arange(width, dtype=np.uint64)
        constants += np.where(said, 0, unsaid).astype(np.int32)
        parts += [(bits & np.uint64(1)) * said[:, None] * each, said[:, None] * unsaid]
    required = np.zeros((queries, skills))
    end = columns.skill_ptr[queries]
    owners = np.repeat(np.arange(queries), np.diff(columns.skill_ptr[: queries + 1]))
    required[owners, columns.skills[:end]] = columns.skill_weights[:end]
    parts.append(required * tables.coverage[0])
    return sparse.csr_matrix(np.hstack(parts), dtype=np.float32), constants
