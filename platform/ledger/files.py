"""Private files: kept by an action, read through one gated view, gone when their owner says so.

Upper floors say who may read: `files.readable("cv", check)`, called from `AppConfig.ready`.
"""

import hashlib
import unicodedata
from collections.abc import Callable
from typing import BinaryIO

from django.db import transaction
from django.http import HttpRequest

from ledger import disk
from ledger.actions import record
from ledger.models import PrivateFile

FILE_KEPT, FILE_READ, FILE_DELETED = "file.kept", "file.read", "file.deleted"
LONGEST_NAME = 120

Check = Callable[[HttpRequest, PrivateFile], bool]
_checks: dict[str, Check] = {}


def readable(purpose: str, check: Check) -> None:
    """Let the gate ask `check(request, file)` for files of this purpose; unasked, nobody reads."""
    _checks[purpose] = check


def may_read(request: HttpRequest, file: PrivateFile) -> bool:
    check = _checks.get(file.purpose)
    return check is not None and check(request, file)


@transaction.atomic
def keep(
    *, content: bytes, name: str, media_type: str, purpose: str, owner_id: int | None
) -> PrivateFile:
    """Store the bytes and their row, which stand or fall together, also in a wider transaction.

    `media_type` is what the content was found to be, never what the sender claims.
    """
    file = PrivateFile.objects.create(
        owner_id=owner_id,
        purpose=purpose,
        name=clean_name(name),
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    disk.write(file.stored_name, content)
    _record(FILE_KEPT, file, owner_id)
    return file


@transaction.atomic
def delete(*, file: PrivateFile, by_id: int | None) -> None:
    """Remove the row and, after the commit, the bytes; rows that claim the file go with it."""
    _record(FILE_DELETED, file, by_id)
    disk.remove(file.stored_name)
    file.delete()


@transaction.atomic
def read(*, file: PrivateFile, by_id: int | None) -> BinaryIO:
    """Return the open file and write down who reads it."""
    opened = disk.read(file.stored_name)
    _record(FILE_READ, file, by_id)
    return opened


def clean_name(name: str) -> str:
    """The name without a path and without characters that hide or turn text; long ones are cut."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    stem, dot, ending = " ".join(shown.split()).strip(". ").rpartition(".")
    if not dot or len(ending) > 10:
        return (stem + dot + ending)[:LONGEST_NAME] or "file"
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def _record(verb: str, file: PrivateFile, by_id: int | None) -> None:
    record(verb=verb, subject=file, actor_id=by_id, codes={"purpose": file.purpose})
