"""The files of an index as rows, for hosts that share no folder: each fetches what it lacks."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from django.db import transaction

from matching.engine.folders import drafted
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


def fetch(name: str, folder: Path) -> None:
    """Write the folder of a generation as it was kept, whole or not at all.

    Raises LookupError where it was not kept. Another process may have written it meanwhile: both
    are the same.
    """
    try:
        with drafted(folder) as draft:
            _write(name, draft)
    except OSError:
        if not folder.exists():
            raise


@transaction.atomic
def _write(name: str, draft: Path) -> None:
    """Read in one statement: a generation that is removed meanwhile comes whole or not at all."""
    pieces = IndexPiece.objects.filter(generation__name=name).order_by("path", "number")
    for path, data in pieces.values_list("path", "data").iterator(chunk_size=1):
        file = draft / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as written:
            written.write(data)
    if not any(draft.iterdir()):
        raise LookupError("This host does not have it, and it was not kept for others.")
