"""The seven kinds of files that `manage.py load` takes, and the page that lists their columns."""

from collections.abc import Callable
from difflib import get_close_matches

from matching.loading import candidacies, openings
from matching.track_records import loading as investments
from profiles.loading import firms, graduates, investors, mentors
from profiles.loading.tables import Column, LoadTable

TABLES: dict[str, Callable[[], LoadTable]] = {
    "graduates": graduates.table,
    "mentors": mentors.table,
    "investors": investors.table,
    "firms": firms.table,
    "openings": openings.table,
    "candidacies": candidacies.table,
    "investments": investments.table,
}


def table_of(kind: str) -> LoadTable:
    """The table of a kind. Raises LookupError, naming the kinds there are."""
    if kind not in TABLES:
        near = get_close_matches(kind, TABLES, n=1)
        advice = f"Did you mean {near[0]}?" if near else f"Choose one of {', '.join(TABLES)}."
        raise UnknownKindError(f"There is no kind “{kind}”. {advice}")
    return TABLES[kind]()


class UnknownKindError(LookupError):
    """A kind of file that nobody loads."""


def columns_page(table: LoadTable) -> str:
    """A kind's columns as a table of Markdown; docs/loading.md holds each of them."""
    lines = ["| column | meaning | example |", "| --- | --- | --- |"]
    return "\n".join([*lines, *map(_line, table.columns)])


def _line(column: Column) -> str:
    name = f"`{column.name}`" + (" (required)" if column.required else "")
    return f"| {name} | {column.meaning} | {column.example} |"
