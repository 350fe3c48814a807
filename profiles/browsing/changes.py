"""What was committed since this worker last looked, in one short query a request.

A transaction that was committed after our last look had, at that time, either not begun or not
ended: its id is not below the lowest that was still running then (PostgreSQL's `snapshot_xmin`).
So whatever bears such an id is read; its number tells what was seen before.
"""

from collections.abc import Mapping
from threading import RLock
from typing import Protocol

from django.db import connection

SINCE = """
SELECT pg_snapshot_xmin(pg_current_snapshot())::text, about, row_id, number
FROM (SELECT 1) here LEFT JOIN profiles_changed ON xid >= %s::xid8
"""
Rows = Mapping[str, set[int]]
"""About what (profile, opening, skill): the keys of the rows that changed."""

lock = RLock()
"""Held while anything of this worker's memory is brought up to date."""


class Holder(Protocol):
    """Something a worker holds in memory that has to follow what is written."""

    def hear(self, changed: Rows) -> None: ...

    def forget(self) -> None: ...


class Watch:
    """Tells every holder what changed."""

    def __init__(self) -> None:
        self.holders: list[Holder] = []
        self.since = ""
        self.seen: dict[tuple[str, int], int] = {}

    def look(self) -> None:
        """Read what is new; the first time there is nothing held that could be old."""
        with connection.cursor() as cursor:
            cursor.execute(SINCE, [self.since or "9223372036854775807"])
            found = cursor.fetchall()
        seen = {(about, row): number for _, about, row, number in found if about is not None}
        changed: dict[str, set[int]] = {}
        for (about, row), number in seen.items():
            if self.seen.get((about, row)) != number:
                changed.setdefault(about, set()).add(row)
        self.since, self.seen = found[0][0], seen
        if changed:
            for holder in self.holders:
                holder.hear(changed)

    def forget(self) -> None:
        """Hold nothing any more: what was read may have been rolled back since."""
        self.since, self.seen = "", {}
        for holder in self.holders:
            holder.forget()


watch = Watch()
