"""The scan's table with its figures by name, on a schema that is dropped afterwards."""

from contextlib import closing

import psycopg2

from benchmarks import engine_scan
from benchmarks.engine_postgres import SCHEMA
from benchmarks.engine_scan import SIZES, Figure
from benchmarks.sections import Section, Value, thousands

NAMES = {
    "scan, 1 thread": "scan",
    "scan, 2 threads": "scan_2_threads",
    "scipy and numpy": "scipy",
    "PostgreSQL, JIT on": "postgres_jit_on",
    "PostgreSQL, JIT off": "postgres_jit_off",
}


def scan_section(url: str, sizes: tuple[int, ...] = SIZES, rounds: int = 5) -> Section:
    """url: of a PostgreSQL database, with the server's settings as they are."""
    with closing(psycopg2.connect(url)) as connection:
        try:
            found = engine_scan.run(connection, sizes, rounds)
        finally:
            connection.rollback()
            connection.cursor().execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
            connection.commit()
    figures = {name: value for size in sizes for name, value in _of_size(found, size).items()}
    return Section("The scan beside scipy and PostgreSQL", engine_scan.report(found), figures)


def _of_size(found: list[Figure], size: int) -> dict[str, Value]:
    """Pairs a second, and the time of each rival's query in scans on one thread."""
    by_name = {NAMES[f.contender]: f for f in found if f.holders == size}
    end = thousands(size)
    speeds = {f"{name}_mpairs_{end}": figure.mpairs_per_second for name, figure in by_name.items()}
    scan = by_name["scan"].ms_per_query
    postgres = min(
        by_name["postgres_jit_on"].ms_per_query, by_name["postgres_jit_off"].ms_per_query
    )
    ratios = {
        f"ratio_scipy_{end}": by_name["scipy"].ms_per_query / scan,
        f"ratio_postgres_{end}": postgres / scan,
    }
    return {**speeds, **ratios}
