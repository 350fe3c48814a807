"""One query's way through the docs, and the desk on which its work lies about."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.compiled import inner
from matching.engine.kernels.groups import WINDOW
from matching.engine.kernels.points import Asking
from matching.engine.operands import Docs

CANDIDATES = 512
"""Docs that are judged together."""


class Walk(NamedTuple):
    """One query's way through the docs.

    heap: the best so far; excluded: ranks
    points, room: int64 [cells], what the docs of a cell have in common and the most one may have
    above, most: int64 and int32 [groups], the most points and the most score a doc may have; -1
        where a veto bars them all or nothing is left to see
    lists: int64 [2, skills of the query], where the list of each goes on and where it ends
    credits: uint16 [skills of the query, level]
    """

    heap: NDArray[np.int64]
    excluded: NDArray[np.int32]
    ask: Asking
    coverage: tuple[int, int]
    total: int
    points: NDArray[np.int64]
    room: NDArray[np.int64]
    above: NDArray[np.int64]
    most: NDArray[np.int32]
    lists: NDArray[np.int64]
    credits: NDArray[np.uint16]


class Desk(NamedTuple):
    """Where work lies about, taken over from query to query.

    earned: uint16 [WINDOW], what docs earned
    covers: uint64 [WINDOW // 8 + 1], of each doc a byte: whether it earned enough
    rows, packed, covered: int64 [CANDIDATES + WINDOW], docs that wait to be judged, their cells'
        points and their coverage
    starts: int32 [groups + 1], the first row of each group
    """

    earned: NDArray[np.uint16]
    covers: NDArray[np.uint64]
    rows: NDArray[np.int64]
    packed: NDArray[np.int64]
    covered: NDArray[np.int64]
    starts: NDArray[np.int32]


@inner
def desk_of(docs: Docs) -> Desk:
    rows, packed, covered = np.empty((3, CANDIDATES + WINDOW), np.int64)
    earned, covers = np.empty(WINDOW, np.uint16), np.empty(WINDOW // 8 + 1, np.uint64)
    return Desk(earned, covers, rows, packed, covered, docs.cell_ptr[docs.group_ptr])
