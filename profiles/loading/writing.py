"""Rows written many at a time: one statement a table, the rows as one JSON argument.

`bulk_create` prepares every value of every row through its field, which was more than half of a
load's time; PostgreSQL reads the same values out of JSON by the types of its own columns.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models
from django.utils import timezone

KEPT = {"id", "public_id", "external_id", "kind", "created_at", "profile_id"}
"""Columns that an update never touches."""

INSERT = (
    "INSERT INTO {table} ({columns}) "
    "SELECT {columns} FROM json_populate_recordset(NULL::{table}, %s)"
)
UPDATE = " ON CONFLICT ({unique}) DO UPDATE SET {changes}"
RETURN = " RETURNING id, public_id"
DELETE = "DELETE FROM {table} WHERE {parent} = ANY(%s)"


def assign(row: models.Model, values: Mapping[str, Any]) -> bool:
    """Set the columns; whether any of them differed."""
    changed = False
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    return changed


def insert(model: type[models.Model], rows: Sequence[Any]) -> None:
    """Insert rows that have a public id, and set their keys."""
    columns = [name for name in _columns(model) if name != "id"]
    found = _run(INSERT + RETURN, model, columns, _plain(model, rows))
    keys = {str(public_id): key for key, public_id in found}
    for row in rows:
        row.pk = keys[str(row.public_id)]


def upsert(model: type[models.Model], rows: Sequence[Any], unique: str) -> None:
    """Insert rows, or update every column of those that are there by the `unique` one."""
    skipped = set() if unique == "id" else {"id"}
    columns = [name for name in _columns(model) if name not in skipped]
    changes = ", ".join(f'"{name}" = EXCLUDED."{name}"' for name in columns if name not in KEPT)
    update = UPDATE.format(unique=unique, changes=changes)
    _run(INSERT + update, model, columns, _plain(model, rows))


def replace_children(
    model: type[models.Model], parent: str, wanted: Mapping[int, Iterable[dict[str, Any]]]
) -> None:
    """Make each parent's children exactly `wanted`: parent key to the children's columns."""
    rows = [{parent: key, **child} for key, children in wanted.items() for child in children]
    with connection.cursor() as cursor:
        cursor.execute(DELETE.format(table=_table(model), parent=parent), [list(wanted)])
    if rows:
        _run(INSERT, model, list(rows[0]), rows)


def _run(
    sql: str, model: type[models.Model], columns: Sequence[str], rows: Sequence[dict[str, Any]]
) -> list[tuple[Any, ...]]:
    if not rows:
        return []
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        statement = sql.format(table=_table(model), columns=names)
        cursor.execute(statement, [json.dumps(rows, default=str)])
        return cursor.fetchall() if cursor.description else []


def _plain(model: type[models.Model], rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    """Rows as JSON takes them; what is stamped on saving is stamped here."""
    columns = _columns(model)
    stamped = {name: timezone.now() for name, field in columns.items() if _is_stamped(field)}
    return [{**{name: getattr(row, name) for name in columns}, **stamped} for row in rows]


def _is_stamped(field: Any) -> bool:
    return bool(getattr(field, "auto_now", False))


def _columns(model: type[models.Model]) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}


def _table(model: type[models.Model]) -> str:
    return f'"{model._meta.db_table}"'
