"""Small tables that every worker holds whole, so that a list need not join them.

A join more costs the planner of PostgreSQL as much as all rows of a page.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from django.db.models import Model

from profiles.browsing.changes import Rows, watch
from profiles.models import Governorate, Skill, University

Row = TypeVar("Row", bound=Model)


class Lookup(Generic[Row]):
    """The rows of a table by key, one for all readers, so leave them as they are.

    Read anew when the table was written (`about` in `browsing.noting`), and when a key is asked
    for that is newer than what is held. The first page of a worker that asks for any reads all of
    them: no later page pays for one.
    """

    every: "ClassVar[list[Lookup[Any]]]" = []

    def __init__(self, model: type[Row], about: str) -> None:
        self.model, self.about = model, about
        self._rows: dict[int, Row] = {}
        watch.holders.append(self)
        self.every.append(self)

    def hear(self, changed: Rows) -> None:
        if self.about in changed:
            self.forget()

    def forget(self) -> None:
        self._rows = {}

    def row(self, key: int) -> Row:
        rows = self._rows  # another thread may forget them meanwhile
        return rows[key] if key in rows else self._read()[key]

    def rows(self) -> Iterable[Row]:
        return (self._rows or self._read()).values()

    def _read(self) -> dict[int, Row]:
        for other in self.every:
            if not other._rows and other is not self:
                other._rows = other._all()
        rows = self._rows = self._all()
        return rows

    def _all(self) -> dict[int, Row]:
        found: dict[int, Row] = self.model._default_manager.in_bulk()
        return found

    def row_if_said(self, key: int | None) -> Row | None:
        return None if key is None else self.row(key)


skills = Lookup(Skill, "skill")
governorates = Lookup(Governorate, "governorate")
universities = Lookup(University, "university")
