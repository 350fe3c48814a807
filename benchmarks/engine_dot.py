"""The kernels beside sparse_dot_topn, in the linear form, one thread each."""

import time
from collections.abc import Mapping

import numpy as np

from benchmarks.engine_contest import Contender, K, contest, one_thread
from benchmarks.engine_linear import ALIKE, LINEAR, DotRival, populate_linear
from benchmarks.sections import Section, Value, thousands
from matching.engine.ranking import pruned, scan
from matching.engine.tables import compile_tables

SIZES = (10_000, 100_000, 1_000_000)
REQUIRERS = 2_000
ROUNDS = 5
ASKED = {"pruned": 400, "scan": 100, "sparse_dot_topn": 20}


def dot_section(sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS) -> Section:
    """Processor time of the one thread, so that what else the machine does counts little."""
    found = {size: _measure(size, rounds) for size in sizes}
    figures: dict[str, Value] = {}
    for size, ms in found.items():
        end = thousands(size)
        figures |= {
            **{f"{name}_linear_mpairs_{end}": size / each / 1000 for name, each in ms.items()},
            f"ratio_sparse_dot_topn_{end}": ms["sparse_dot_topn"] / ms["pruned"],
            f"ratio_sparse_dot_topn_scan_{end}": ms["sparse_dot_topn"] / ms["scan"],
        }
    return Section("The linear form beside sparse_dot_topn", _table(found), figures)


def _measure(holders: int, rounds: int) -> dict[str, float]:
    """Milliseconds a query of each contender."""
    population, tables = populate_linear(holders, REQUIRERS), compile_tables(LINEAR, ALIKE)
    rival = DotRival(population, tables, ASKED["sparse_dot_topn"])
    sides = tables, population.holders, population.requirers
    rows = population.requirers.rows_of(population.requirer_columns.ids.tolist())
    contenders = [
        Contender(
            kernel.__name__,
            one_thread(kernel, *sides),
            rows[: ASKED[kernel.__name__]],
            time.thread_time,
        )
        for kernel in (pruned, scan)
    ]
    few = np.arange(ASKED["sparse_dot_topn"])
    dot = Contender(
        "sparse_dot_topn", lambda queries: rival.rank(queries, K), few, time.thread_time
    )
    return contest([*contenders, dot], rounds, any_of_ties=True)


def _table(found: Mapping[int, Mapping[str, float]]) -> str:
    lines = [f"{'people':>9}  {'':<16} {'ms/query':>10} {'Mpairs/s':>10}   pruned is faster by"]
    lines += [
        f"{size:>9,}  {name:<16} {each:>10.3f} {size / each / 1000:>10,.1f} "
        f"{each / ms['pruned']:>12,.1f} x"
        for size, ms in found.items()
        for name, each in ms.items()
    ]
    return "\n".join(lines)
