"""One changed profile among a million, on one thread, whole calls as the product makes them.

Times are the thread's processor time: what else the machine does counts little.
"""

import time
from collections.abc import Callable, Iterable
from statistics import mean, quantiles

import numpy as np
from numpy.typing import NDArray

from benchmarks.engine_contest import Contender, K, contest, one_thread, spread
from benchmarks.engine_population import CRITERIA, WEIGHTS, crowd
from benchmarks.sections import Section, Value, thousands
from benchmarks.timing import seconds
from matching.engine.index import Side
from matching.engine.ranking import Exclusions, pruned, rank, reaching, scan
from matching.engine.tables import Tables, compile_tables

PEOPLE = 1_000_000
CHANGED = 400
SCANNED = 40
LISTED = 4_000
"""Stored lists that are computed: the bars of all others are drawn from their last scores."""
ROUNDS = 3


def single_section(people: int = PEOPLE, changed: int = CHANGED) -> Section:
    """As many holders as requirers; a few of them change."""
    tables = compile_tables(CRITERIA, WEIGHTS)
    holders, requirers = crowd(people, "holders"), crowd(people, "requirers")
    end = thousands(people)
    requirer = _ms(_changes(tables, holders, requirers, changed))
    holder = _ms(_changes(tables, requirers, holders, changed))
    entered = _ms(_entered(tables, holders, requirers, changed))
    figures: dict[str, Value] = {
        "bytes_per_person": holders.nbytes / people,
        "bytes_per_requirer": requirers.nbytes / people,
        **_percentiles("changed_profile", end, requirer),
        f"ms_per_holder_{end}_x_{end}": mean(holder),
        **_percentiles("changed_holder", end, holder),
        **_percentiles("entered_lists", end, entered),
        **_speeds(tables, holders, requirers),
    }
    lines = [f"{name.replace('_', ' '):<36} {value:>12,.3f}" for name, value in figures.items()]
    return Section(f"One changed profile among {people:,}", "\n".join(lines), figures)


def _changes(
    tables: Tables, docs: Side, queries: Side, count: int
) -> Iterable[Callable[[], object]]:
    """The whole call for each of some that changed, from a seed."""
    ranked = one_thread(rank, tables, docs, queries)
    rows = np.random.default_rng(3).choice(len(queries), count, replace=False)
    return [lambda row=row: ranked(np.array([row])) for row in rows]


def _entered(
    tables: Tables, holders: Side, requirers: Side, count: int
) -> Iterable[Callable[[], object]]:
    """Which of all requirers' lists each of some changed holders enters."""
    bars = _bars(tables, holders, requirers)
    rows = np.random.default_rng(4).choice(len(holders), count, replace=False)
    return [lambda row=row: reaching(tables, requirers, holders, row, bars) for row in rows]


def _bars(tables: Tables, holders: Side, requirers: Side) -> NDArray[np.int32]:
    """The last score of each requirer's list."""
    rng, size = np.random.default_rng(5), min(LISTED, len(requirers))
    rows = rng.choice(len(requirers), size, replace=False)
    found = pruned(tables, holders, requirers, rows, K, Exclusions.none(len(rows)))
    bars = rng.choice(found.scores[:, -1], len(requirers))
    bars[requirers.rank[rows]] = found.scores[:, -1]
    return np.maximum(bars, 0)


def _speeds(tables: Tables, holders: Side, requirers: Side) -> dict[str, Value]:
    """Both kernels for many requirers, with equal lists."""
    sides, rows = (tables, holders, requirers), spread(requirers, SCANNED)
    end = thousands(len(holders))
    contenders = [
        Contender(kernel.__name__, one_thread(kernel, *sides), rows) for kernel in (pruned, scan)
    ]
    ms = contest(contenders, ROUNDS)
    return {f"{name}_mpairs_{end}": len(holders) / each / 1000 for name, each in ms.items()}


def _ms(works: Iterable[Callable[[], object]]) -> list[float]:
    """Milliseconds of each, after one that is not counted."""
    first, *others = works
    first()
    return [1000 * seconds(work, time.thread_time) for work in others]


def _percentiles(name: str, end: str, ms: list[float]) -> dict[str, Value]:
    twentieths = quantiles(ms, n=20)
    return {f"{name}_p50_ms_{end}": twentieths[9], f"{name}_p95_ms_{end}": twentieths[18]}
