"""Where the bytes of private files lie: one folder, random names, readable by this user only."""

import os
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction


def write(name: str, content: bytes) -> None:
    """Store `content` for as long as the transaction stands: rolled back, the bytes go with it.

    They are on the disk before the row is committed. After a crash of the machine a file may
    stay behind without a row; `sweeping` removes it.
    """
    path = _path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        written = _Written(path)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    transaction.on_commit(written.settle)


class _Written:
    """Removes its file unless it is settled. The transaction holds the only reference to it.

    Django tells nobody of a rollback, but it drops what was to run after the commit.
    """

    def __init__(self, path: Path) -> None:
        self._undo = weakref.finalize(self, path.unlink, missing_ok=True)
        self._undo.atexit = False

    def settle(self) -> None:
        self._undo.detach()


def read(name: str) -> BinaryIO:
    """Raises FileNotFoundError where the bytes are gone."""
    return _path(name).open("rb")


def remove(name: str) -> None:
    """Take the bytes away, once the transaction that says so is committed."""
    path = _path(name)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def older_than(seconds: float) -> Iterator[str]:
    """Names of what was written longer ago than that."""
    limit = time.time() - seconds
    for path in sorted(settings.FILES_ROOT.glob("??/*")):
        if path.stat().st_mtime < limit:
            yield path.name


def discard(name: str) -> None:
    """Take away, now, bytes that no row knows."""
    _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    root: Path = settings.FILES_ROOT
    return root / name[:2] / name
