"""The kernels beside scipy and one PostgreSQL statement, all eight criteria with their vetoes."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any

import numpy as np
import psycopg2

from benchmarks.engine_contest import Contender, K, chosen, contest, one_thread, two_threads
from benchmarks.engine_population import CRITERIA, WEIGHTS, populate
from benchmarks.engine_postgres import SCHEMA, STATEMENT, PostgresRival
from benchmarks.engine_sparse import SparseRival
from benchmarks.sections import Section, Value, thousands
from matching.engine.ranking import pruned, scan
from matching.engine.tables import compile_tables

SIZES = (10_000, 100_000)
REQUIRERS = 2_000
ROUNDS = 5
ASKED = {"scipy": 20, "postgres_jit_on": 8, "postgres_jit_off": 8}
"""Queries of one round that a slower rival has time for; the kernels answer MANY."""
MANY = 400


def rivals_section(url: str, sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS) -> Section:
    """url: of a PostgreSQL database, with the server's settings as they are."""
    with closing(psycopg2.connect(url)) as connection:
        try:
            found = {size: _measure(connection, size, rounds) for size in sizes}
        finally:
            connection.rollback()
            connection.cursor().execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
            connection.commit()
    figures = {name: value for size in sizes for name, value in _figures(size, found[size]).items()}
    return Section("The engine beside scipy and PostgreSQL", _table(found), figures)


def _measure(connection: Any, holders: int, rounds: int) -> dict[str, float]:
    """Milliseconds a query of each contender on one population. `connection`: psycopg2's."""
    population, tables = populate(holders, REQUIRERS), compile_tables(CRITERIA, WEIGHTS)
    postgres = PostgresRival(connection, population)
    sparse = SparseRival(population, tables)
    sides = tables, population.holders, population.requirers
    scanning, pruning = one_thread(scan, *sides), one_thread(pruned, *sides)
    many = population.requirers.rows_of(population.requirer_columns.ids[:MANY].tolist())
    few = {name: np.arange(asked) for name, asked in ASKED.items()}
    contenders = [
        Contender("scan", scanning, many),
        Contender("pruned", pruning, many),
        Contender("scan_2_threads", two_threads(scanning), many),
        Contender("scipy", lambda queries: sparse.rank(queries, K), few["scipy"]),
        Contender(
            "postgres_jit_on",
            lambda queries: postgres.rank(queries, K, jit=True),
            few["postgres_jit_on"],
        ),
        Contender(
            "postgres_jit_off",
            lambda queries: postgres.rank(queries, K, jit=False),
            few["postgres_jit_off"],
        ),
    ]
    return contest(contenders, rounds)


def _figures(size: int, ms: Mapping[str, float]) -> dict[str, Value]:
    """Pairs a second of each, and the time of a rival's query over ours."""
    end, ours = thousands(size), chosen(ms, size)
    postgres = min(ms["postgres_jit_on"], ms["postgres_jit_off"])
    return {
        **{f"{name}_mpairs_{end}": size / each / 1000 for name, each in ms.items()},
        f"ratio_scipy_{end}": ms["scipy"] / ours,
        f"ratio_postgres_{end}": postgres / ours,
    }


def _table(found: Mapping[int, Mapping[str, float]]) -> str:
    lines = [f"{'people':>8}  {'':<18} {'ms/query':>10} {'Mpairs/s':>10}   ours is faster by"]
    lines += [
        f"{size:>8,}  {name:<18} {each:>10.3f} {size / each / 1000:>10,.1f} "
        f"{each / chosen(ms, size):>12,.1f} x"
        for size, ms in found.items()
        for name, each in ms.items()
    ]
    return "\n".join([*lines, "", f"PostgreSQL's statement (k = {K}):", STATEMENT])
