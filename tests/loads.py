"""Loads a text as if it were a file: `loaded("firms", text).tally`, `.refused` as sentences."""

import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from profiles.loading.running import Tally, Watcher, load
from profiles.loading.source import open_source
from silah.loading import table_of


class Loaded(NamedTuple):
    tally: Tally
    refused: list[str]

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Created, updated, unchanged, refused."""
        outcomes = self.tally.outcomes
        created, updated = outcomes["created"], outcomes["updated"]
        return created, updated, outcomes["unchanged"], self.tally.refused


def loaded(kind: str, text: str | bytes, **options: Any) -> Loaded:
    refused: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        watcher = Watcher(lambda refusal: refused.append(str(refusal)), lambda line: None)
        tally = load(table_of(kind), open_source(path), watcher, **options)
    return Loaded(tally, refused)
