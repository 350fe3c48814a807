"""Rows written many at a time: one statement a table, the rows as one JSON argument.

A row is a dictionary of its columns. Models and `bulk_create` take every value of every row
through its field, which was most of a load's time; PostgreSQL reads the same values out of JSON
by the types of its own columns.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from django.db import connection, models
from django.utils import timezone

Columns = dict[str, Any]
"""A row of the database: column name to value."""

KEPT = {"id", "public_id", "external_id", "kind", "created_at", "profile_id"}
"""Columns that an update never touches."""

INSERT = (
    "INSERT INTO {table} ({columns}) "
    "SELECT {columns} FROM json_populate_recordset(NULL::{table}, %s)"
)
UPDATE = " ON CONFLICT ({unique}) DO UPDATE SET {changes}"
RETURN = " RETURNING id, public_id"
DELETE = "DELETE FROM {table} WHERE {parent} = ANY(%s)"


def new(model: type[models.Model], **known: Any) -> Columns:
    """A row that is not stored yet: what is `known`, the model's defaults for the rest."""
    fixed, made = _defaults(model)
    return {**fixed, **{name: make() for name, make in made.items()}, **known}


@cache
def _defaults(model: type[models.Model]) -> tuple[Columns, dict[str, Callable[[], Any]]]:
    """Defaults that all rows share, and those that each row has made for it."""
    fields = _fields(model)
    made = {
        name: field.default
        for name, field in fields.items()
        if field.has_default() and callable(field.default)
    }
    fixed = {name: field.get_default() for name, field in fields.items() if name not in made}
    return fixed, made


def assign(row: Columns, values: Mapping[str, Any]) -> bool:
    """Set the columns; whether any of them differed."""
    differing = {name: value for name, value in values.items() if row[name] != value}
    row.update(differing)
    return bool(differing)


def insert(model: type[models.Model], rows: Sequence[Columns]) -> None:
    """Insert rows that have a public id, and set their keys."""
    columns = [name for name in _fields(model) if name != "id"]
    found = _run(INSERT + RETURN, model, columns, _stamped(model, rows))
    keys = {public_id: key for key, public_id in found}
    for row in rows:
        row["id"] = keys[row["public_id"]]


def upsert(model: type[models.Model], rows: Sequence[Columns], unique: str) -> None:
    """Insert rows, or update every column of those that are there by the `unique` one."""
    skipped = set() if unique == "id" else {"id"}
    columns = [name for name in _fields(model) if name not in skipped]
    changes = ", ".join(f'"{name}" = EXCLUDED."{name}"' for name in columns if name not in KEPT)
    update = UPDATE.format(unique=unique, changes=changes)
    _run(INSERT + update, model, columns, _stamped(model, rows))


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
    sql: str, model: type[models.Model], columns: Sequence[str], rows: Sequence[Columns]
) -> list[tuple[Any, ...]]:
    if not rows:
        return []
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        statement = sql.format(table=_table(model), columns=names)
        cursor.execute(statement, [json.dumps(rows, default=str)])
        return cursor.fetchall() if cursor.description else []


def _stamped(model: type[models.Model], rows: Sequence[Columns]) -> Sequence[Columns]:
    """The rows, with the moment in the columns that are stamped on saving."""
    names = [name for name, field in _fields(model).items() if getattr(field, "auto_now", False)]
    moment = dict.fromkeys(names, timezone.now())
    for row in rows:
        row.update(moment)
    return rows


def _fields(model: type[models.Model]) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}


def _table(model: type[models.Model]) -> str:
    return f'"{model._meta.db_table}"'
