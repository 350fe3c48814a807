"""The kernels beside sparse_dot_topn, in the linear form, one thread each."""

import time
from collections.abc import Mapping

import numpy as np

from benchmarks.engine_contest import Contender, K, chosen, contest, one_thread
from benchmarks.engine_linear import ALIKE, LINEAR, DotRival, populate_linear
from benchmarks.sections import Section, Value, thousands
from matching.engine.ranking import pruned, scan
from matching.engine.tables import compile_tables

SIZES = (10_000, 100_000, 1_000_000)
REQUIRERS = 2_000
ROUNDS = 5
MANY, FEWER, SOME = 400, 100, 20
"""Queries of a round: those of `pruned`, of the scan, and those the rival has time for."""


def dot_section(sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS) -> Section:
    """Processor time of the one thread, so that what else the machine does counts little."""
    found = {size: _measure(size, rounds) for size in sizes}
    figures: dict[str, Value] = {}
    for size, ms in found.items():
        end, ours = thousands(size), chosen(ms, size)
        figures |= {
            **{f"{name}_linear_mpairs_{end}": size / each / 1000 for name, each in ms.items()},
            f"ratio_sparse_dot_topn_{end}": ms["sparse_dot_topn"] / ours,
            f"ratio_sparse_dot_topn_blocks_{end}": ms["sparse_dot_topn_blocks"] / ours,
            f"ratio_sparse_dot_topn_scan_{end}": ms["sparse_dot_topn"] / ms["scan"],
        }
    return Section("The linear form beside sparse_dot_topn", _table(found), figures)


def _measure(holders: int, rounds: int) -> dict[str, float]:
    """Milliseconds a query of each contender."""
    population, tables = populate_linear(holders, REQUIRERS), compile_tables(LINEAR, ALIKE)
    rival = DotRival(population, tables, SOME)
    sides = tables, population.holders, population.requirers
    rows, some = population.requirers.rows_of(population.requirer_columns.ids), np.arange(SOME)
    contenders = [
        Contender("pruned", one_thread(pruned, *sides), rows[:MANY], time.thread_time),
        Contender("scan", one_thread(scan, *sides), rows[:FEWER], time.thread_time),
        Contender("sparse_dot_topn", lambda q: rival.rank(q, K), some, time.thread_time),
        Contender(
            "sparse_dot_topn_blocks", lambda q: rival.rank_in_blocks(q, K), some, time.thread_time
        ),
    ]
    return contest(contenders, rounds, any_of_ties=True)


def _table(found: Mapping[int, Mapping[str, float]]) -> str:
    lines = [f"{'people':>9}  {'':<22} {'ms/query':>10} {'Mpairs/s':>10}   ours is faster by"]
    lines += [
        f"{size:>9,}  {name:<22} {each:>10.3f} {size / each / 1000:>10,.1f} "
        f"{each / chosen(ms, size):>12,.1f} x"
        for size, ms in found.items()
        for name, each in ms.items()
    ]
    return "\n".join(lines)
