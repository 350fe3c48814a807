"""Public data in, CSV files for `manage.py load` out."""

import csv
import gzip
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = dict[str, str]

SKIPPED = "SILAH_REAL_DATA names no folder of public data: set it to run the tests on real input."


def data_folder() -> Path | None:
    """The folder that SILAH_REAL_DATA points at, or None where there is none."""
    named = os.environ.get("SILAH_REAL_DATA")
    return Path(named) if named and Path(named).is_dir() else None


def read(path: Path) -> Iterator[Row]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    else:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def write(path: Path, rows: Iterable[Row]) -> int:
    """Write rows that all have the first one's columns; how many there were."""
    listed = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(listed[0]))
        writer.writeheader()
        writer.writerows(listed)
    return len(listed)


def several(values: Iterable[str]) -> str:
    return ";".join(values)
