"""The files of an index as rows, for hosts that share no folder: each fetches what it lacks."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from django.db import transaction

from matching.models import IndexGeneration, IndexPiece

PIECE = 4 << 20
"""Bytes of a row: what a process holds at once."""


def keep(row: IndexGeneration, folder: Path) -> None:
    """Keep every file of a generation, by the transaction that publishes it."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        for number, data in enumerate(_pieces(path)):
            IndexPiece.objects.create(generation=row, path=name, number=number, data=data)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(partial(file.read, PIECE), b"")


def fetch(name: str, folder: Path) -> bool:
    """Write the folder of a generation as it was kept, whole or not at all; whether it was kept.

    Another process may have written it meanwhile: both are the same.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        was_kept = _written(name, draft)
        if was_kept:
            draft.chmod(0o755)
            with suppress(OSError):
                os.rename(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return was_kept


@transaction.atomic
def _written(name: str, draft: Path) -> bool:
    """Read in one statement: a generation that is removed meanwhile comes whole or not at all."""
    pieces = IndexPiece.objects.filter(generation__name=name).order_by("path", "number")
    found = False
    for path, data in pieces.values_list("path", "data").iterator(chunk_size=1):
        file = draft / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as written:
            written.write(data)
        found = True
    return found
