"""The engine's table, section by section: each lets its people go before the next begins."""

from collections.abc import Callable

from benchmarks.engine_dot import dot_section
from benchmarks.engine_limits import limits_section
from benchmarks.engine_nation import nation_section
from benchmarks.engine_oracle import oracle_section
from benchmarks.engine_rivals import rivals_section
from benchmarks.engine_single import single_section
from benchmarks.engine_storing import storing_section
from benchmarks.sections import Section


def engine_sections(url: str) -> list[Callable[[], Section]]:
    """url: of the PostgreSQL database that the rival uses."""
    return [
        lambda: rivals_section(url),
        dot_section,
        single_section,
        nation_section,
        limits_section,
        storing_section,
        oracle_section,
    ]
