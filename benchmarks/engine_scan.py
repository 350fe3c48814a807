"""The scan beside scipy and PostgreSQL: equal lists, asserted, and pairs a second."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.engine_population import CRITERIA, WEIGHTS, Population, populate
from benchmarks.engine_postgres import STATEMENT, PostgresRival
from benchmarks.engine_sparse import SparseRival
from matching.engine.ranking import Exclusions, Ranking, scan
from matching.engine.tables import Tables, compile_tables

SIZES = (10_000, 100_000)
REQUIRERS = 2_000
K = 10
ROUNDS = 5
THREADS = 2
MANY = 400
"""Queries of one round: the scan's, and those few that a slower rival has time for."""
SOME = {"scipy": 20, "postgres": 8}

Rank = Callable[[NDArray[np.int64]], Ranking]


@dataclass(frozen=True, slots=True)
class Figure:
    """One contender on one population: the median of the rounds."""

    holders: int
    contender: str
    queries: int
    mpairs_per_second: float
    ms_per_query: float


def run(connection: Any, sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS) -> list[Figure]:
    """Measure every contender on every size, in interleaved rounds. `connection`: psycopg2's.

    `AssertionError` where two contenders disagree on any id, order or score.
    """
    return [figure for size in sizes for figure in _measure(connection, size, rounds)]


def report(figures: list[Figure]) -> str:
    """The table and the statement, as text."""
    lines = ["holders   contender            queries   Mpairs/s   ms/query   scan is faster by"]
    for figure in figures:
        scanned = next(f for f in figures if f.holders == figure.holders)
        ratio = figure.ms_per_query / scanned.ms_per_query
        lines.append(
            f"{figure.holders:>7,}   {figure.contender:<20} {figure.queries:>7,} "
            f"{figure.mpairs_per_second:>10.1f} {figure.ms_per_query:>10.3f} {ratio:>12.1f} x"
        )
    return "\n".join([*lines, "", f"The statement (k = {K}):", STATEMENT])


def _measure(connection: Any, holders: int, rounds: int) -> list[Figure]:
    population = populate(holders, REQUIRERS)
    contenders = _contenders(connection, population)
    few, some = np.arange(SOME["postgres"]), np.arange(SOME["scipy"])
    asked = {name: np.arange(MANY) for name in contenders} | {"scipy and numpy": some}
    asked |= {name: few for name in contenders if name.startswith("PostgreSQL")}
    answers = {name: rank(asked[name]) for name, rank in contenders.items()}
    _assert_equal(answers)
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, rank in contenders.items():
            start = time.perf_counter()
            rank(asked[name])
            taken[name].append(time.perf_counter() - start)
    return [_figure(holders, name, len(asked[name]), median(taken[name])) for name in contenders]


def _figure(holders: int, name: str, queries: int, seconds: float) -> Figure:
    return Figure(
        holders=holders,
        contender=name,
        queries=queries,
        mpairs_per_second=holders * queries / seconds / 1e6,
        ms_per_query=1000 * seconds / queries,
    )


def _contenders(connection: Any, population: Population) -> dict[str, Rank]:
    """The scan on one thread comes first: the ratios are to it."""
    tables = compile_tables(CRITERIA, WEIGHTS)
    postgres = PostgresRival(connection, population)
    sparse = SparseRival(population, tables)
    return {
        "scan, 1 thread": lambda queries: _scan(tables, population, queries),
        "scan, 2 threads": lambda queries: _scan_in_threads(tables, population, queries),
        "scipy and numpy": lambda queries: sparse.rank(queries, K),
        "PostgreSQL, JIT on": lambda queries: postgres.rank(queries, K, jit=True),
        "PostgreSQL, JIT off": lambda queries: postgres.rank(queries, K, jit=False),
    }


def _scan(tables: Tables, population: Population, queries: NDArray[np.int64]) -> Ranking:
    rows = population.requirers.rows_of(population.requirer_columns.ids[queries].tolist())
    nothing = Exclusions.none(len(queries))
    return scan(tables, population.holders, population.requirers, rows, K, nothing)


def _scan_in_threads(tables: Tables, population: Population, queries: NDArray[np.int64]) -> Ranking:
    with ThreadPoolExecutor(THREADS) as pool:
        shards = np.array_split(queries, THREADS)
        parts = list(pool.map(lambda shard: _scan(tables, population, shard), shards))
    ids = np.concatenate([part.ids for part in parts])
    return Ranking(ids, np.concatenate([part.scores for part in parts]))


def _assert_equal(answers: dict[str, Ranking]) -> None:
    reference = next(iter(answers.values()))
    for name, answer in answers.items():
        count = len(answer.ids)
        assert (answer.ids == reference.ids[:count]).all(), f"{name} lists other ids"
        assert (answer.scores == reference.scores[:count]).all(), f"{name} gives other scores"
