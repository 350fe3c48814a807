"""Compiles the kernel, or loads it from numba's cache, ahead of its use.

A Celery worker does so before it forks: its children have the kernel from the start.
"""

import tempfile
from pathlib import Path

import numpy as np

from matching.engine.criteria import Coverage, Level, Overlap
from matching.engine.index import Side
from matching.engine.parties import Asked, Holder, Requirer
from matching.engine.ranking import NOBODY, Exclusions, pruned, reaching, scan
from matching.engine.tables import compile_tables

CRITERIA = (
    Level("level", lambda h, r: 1000 if h == r else 0, size=2),
    Overlap("overlap", lambda common, need: min(1000, 1000 * common // need)),
    Coverage("skills"),
)
WEIGHTS = {"level": (300, 300), "overlap": (300, 300), "skills": (400, 400)}


def warm() -> None:
    """Score one pair from mapped files in both directions, as the workers do."""
    holder = Holder(1, (1,), (3,), {1: 1})
    requirer = Requirer(1, (1,), (1,), (1,), {1: Asked(1)})
    tables = compile_tables(CRITERIA, WEIGHTS)
    with tempfile.TemporaryDirectory() as folder:
        Side.from_holders(CRITERIA, [holder]).save(Path(folder) / "holders")
        Side.from_requirers(CRITERIA, [requirer]).save(Path(folder) / "requirers")
        holders = Side.load(Path(folder) / "holders")
        requirers = Side.load(Path(folder) / "requirers")
        for docs, queries in ((holders, requirers), (requirers, holders)):
            for kernel in (scan, pruned):
                kernel(tables, docs, queries, np.zeros(1, np.int32), 1, Exclusions.none(1), NOBODY)
            reaching(tables, docs, queries, 0, np.zeros(1, np.int32))
