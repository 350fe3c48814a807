"""The product's own commands, as a person at a terminal would use them on real files."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from profiles import labels
from tests import pristine


@dataclass(frozen=True)
class File:
    """A CSV file for `load`, with so many rows."""

    kind: str
    path: Path
    rows: int


def load(file: File) -> str:
    """What the command says at its end. Raises CommandError where a row is refused."""
    return said("load", file.kind, str(file.path)).strip()


def said(*command: str, **options: Any) -> str:
    out = StringIO()
    call_command(*command, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@contextmanager
def a_module_of_rows(blocker: DjangoDbBlocker, indexes: Path) -> Iterator[None]:
    """Rows committed inside are there for every test of a module, and gone before the next."""
    with blocker.unblock():
        _empty()
        try:
            with override_settings(INDEX_ROOT=indexes):
                yield
        finally:
            _empty()


def _empty() -> None:
    pristine.restore()
    labels.forget()


def loaded_and_matched(
    files: list[File], pairings: list[str], figures: list[str]
) -> dict[str, str]:
    """Load every file, then match: what each load said, by the file's name."""
    sayings = {}
    for file in files:
        started = time.monotonic()
        sayings[file.path.stem] = load(file)
        seconds = time.monotonic() - started
        pace = f"{file.rows / seconds:,.0f} rows/s"
        figures.append(f"load {file.path.stem}: {file.rows:,} rows, {seconds:.1f} s, {pace}")
    for pairing in pairings:
        figures.append("match " + said("match", pairing=pairing).strip())
    return sayings
