"""What can be paged through: rows of a table in an order, or anything that says how."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Field, Q, QuerySet

from silah.api.cursors import Cursor, refused


class Shelf(Protocol):
    """A list with places.

    page: up to `size` rows in the list's own order after (or before) the cursor, and whether
        more follow in that direction
    place_of: where a row stands, as text
    """

    def page(self, cursor: Cursor | None, size: int) -> tuple[Sequence[Any], bool]: ...

    def place_of(self, row: Any) -> tuple[str, ...]: ...


class Rows:
    """A queryset ordered by one column that is never NULL ("-" for descending), then by key.

    The place names the row by its public id, never by its key. Of a row deleted meanwhile the
    value still counts; only rows that share it may then be left out.
    """

    def __init__(self, queryset: "QuerySet[Any]", order: str) -> None:
        self.queryset = queryset
        self.column = order.removeprefix("-")
        self.descends = order.startswith("-")

    def page(self, cursor: Cursor | None, size: int) -> tuple[Sequence[Any], bool]:
        back = cursor is not None and cursor.back
        sign = "-" if self.descends != back else ""
        rows = self.queryset if cursor is None else self.queryset.filter(self._beyond(cursor))
        found = list(rows.order_by(f"{sign}{self.column}", f"{sign}pk")[: size + 1])
        shown = found[:size]
        return (shown[::-1] if back else shown), len(found) > size

    def place_of(self, row: Any) -> tuple[str, ...]:
        return getattr(row, self.column).isoformat(), str(row.public_id)

    def _beyond(self, cursor: Cursor) -> Q:
        value, public_id = self._read(cursor.place)
        way = "lt" if self.descends != cursor.back else "gt"
        key = self.queryset.model.objects.filter(public_id=public_id).values("pk")
        rest = Q(**{f"{self.column}__{way}": value}) | Q(**{f"pk__{way}": key})
        return Q(**{f"{self.column}__{way}e": value}) & rest

    def _read(self, place: tuple[str, ...]) -> tuple[Any, UUID]:
        try:
            value, public_id = place
            return self._field().to_python(value), UUID(public_id)
        except (ValueError, ValidationError):
            raise refused() from None

    def _field(self) -> "Field[Any, Any]":
        added = self.queryset.query.annotations.get(self.column)
        found: Field[Any, Any] = (
            added.output_field if added else self.queryset.model._meta.get_field(self.column)
        )
        return found
