"""Tests on real public data: they run where SILAH_REAL_DATA points at it, else they skip."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.sheets import SKIPPED, data_folder

HERE = Path(__file__).parent
FIGURES = pytest.StashKey[list[str]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if data_folder() is None:
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=SKIPPED))


@pytest.fixture(scope="session")
def data() -> Path:
    folder = data_folder()
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Lines that are printed at the end of the run: what was measured on real data."""
    return request.config.stash.setdefault(FIGURES, [])


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    terminalreporter.section("real data")
    for line in config.stash.get(FIGURES, []) if data_folder() else [SKIPPED]:
        terminalreporter.write_line(line)
