"""One query against a bar for each doc: in which stored lists would it stand?"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import compiled
from matching.engine.kernels.points import asking
from matching.engine.kernels.scanning import BLOCK, cells_of, earn_all, total_block
from matching.engine.kernels.scores import mean, reaches
from matching.engine.operands import Docs, Queries


@compiled
def reach_all(
    levels: NDArray[np.int64],
    overlaps: NDArray[np.int64],
    coverage: tuple[int, int],
    credit: NDArray[np.uint16],
    docs: Docs,
    queries: Queries,
    least: NDArray[np.int32],
    requiring: bool,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Ranks and scores of the docs that no veto bars and whose score with the first query is at
    least `least` [rank]."""
    people = docs.rank.shape[0]
    ranks, found = np.empty(people, np.int32), np.empty(people, np.int32)
    earned = np.zeros(people, np.uint16)
    totals = np.empty(BLOCK, np.float64), np.empty(BLOCK, np.float64)
    ask = asking(levels, overlaps, docs, queries, 0, requiring)
    points, live = cells_of(ask, docs)
    earn_all(earned, 0, credit, docs, queries, requiring)
    by_row, cell, hits = docs.rank, 0, 0
    for low in range(0, people, BLOCK):
        high = min(low + BLOCK, people)
        first = cell
        while docs.cell_ptr[cell + 1] < high:
            cell += 1
        if live[first] == live[cell + 1]:
            continue
        a, b = totals[0][: high - low], totals[1][: high - low]
        total_block(
            a, b, low, first, points, earned[low:high], ask, overlaps, docs,
            queries.total[0], coverage,
        )  # fmt: skip
        for i in range(a.shape[0]):
            rank = by_row[low + i]
            if reaches(a[i], b[i], float(max(least[rank], 0))):
                ranks[hits], found[hits] = rank, mean(a[i], b[i])
                hits += 1
    return ranks[:hits].copy(), found[:hits].copy()
