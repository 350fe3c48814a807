"""A load: one transaction, batches of rows, one Event; what a bad row says, and how many."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import DataError, IntegrityError, connection, reset_queries, transaction

from ledger.actions import record
from profiles.loading.source import Record, Refusal, Source, first_cells
from profiles.loading.tables import Column, LoadTable, Outcome, Result, Row, read_row

BATCH = 1000

KEYS = "CREATE TEMPORARY TABLE loaded_keys (key text PRIMARY KEY, line int)"
CLAIM = """
INSERT INTO loaded_keys SELECT * FROM unnest(%s::text[], %s::int[]) ON CONFLICT DO NOTHING
"""
CLAIMED = "SELECT key, line FROM loaded_keys WHERE key = ANY(%s)"


@dataclass
class Tally:
    """What became of the rows, and the codes of what changed."""

    read: int = 0
    outcomes: "Counter[Outcome]" = field(default_factory=Counter)
    refused: int = 0
    touched: set[str] = field(default_factory=set)

    @property
    def changed(self) -> int:
        return self.outcomes["created"] + self.outcomes["updated"]

    def codes(self, kind: str) -> dict[str, Any]:
        """What the Event of the load says."""
        counts = {str(outcome): count for outcome, count in self.outcomes.items()}
        return {"kind": kind, "touched": sorted(self.touched), "refused": self.refused, **counts}

    def __str__(self) -> str:
        counts = [f"{self.outcomes[name]:,} {name}" for name in ("created", "updated", "unchanged")]
        return f"{self.read:,} rows read: {', '.join(counts)}, {self.refused:,} refused."


@dataclass(frozen=True, slots=True)
class Watcher:
    """Whom a load tells: of every refusal, and of the line it has come to."""

    refused: Callable[[Refusal], None]
    came_to: Callable[[int], None]


def load(table: LoadTable, source: Source, watcher: Watcher, *, dry_run: bool = False) -> Tally:
    """Load a file; good rows are kept, and after a crash or an interrupt none are.

    A dry run does the same and takes it back. Raises UnusableFileError for a wrong header.
    """
    with transaction.atomic():
        tally = _load(table, source, watcher)
        if dry_run:
            transaction.set_rollback(True)
        elif tally.changed:
            record(verb=table.verb, codes=tally.codes(table.kind))
    return tally


def _load(table: LoadTable, source: Source, watcher: Watcher) -> Tally:
    """Two loads wait for each other, so that both may bring the same new person."""
    tally = Tally()
    records = source.records()
    columns = table.header(first_cells(records, source))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('load'))")
        cursor.execute(KEYS)
        while batch := list(islice(records, BATCH)):
            _take(table, columns, batch, tally, watcher)
            watcher.came_to(batch[-1].line)
            reset_queries()
        cursor.execute("DROP TABLE loaded_keys")
    return tally


def _take(
    table: LoadTable,
    columns: Sequence[Column],
    batch: Sequence[Record | Refusal],
    tally: Tally,
    watcher: Watcher,
) -> None:
    """Read, check and write one batch; refusals are told in the order of the file."""
    refused: list[Refusal] = []
    rows = _without_repeated(list(_rows(table, columns, batch, refused)), refused)
    for row, outcome in zip(rows, _written(table, rows), strict=True):
        if isinstance(outcome, list):
            refused.extend(outcome)
            continue
        tally.outcomes[outcome] += 1
        if outcome != "unchanged" and (code := table.touches(row)):
            tally.touched.add(code)
    tally.read += len(batch)
    tally.refused += len({refusal.line for refusal in refused})
    for refusal in sorted(refused, key=lambda refusal: refusal.line):
        watcher.refused(refusal)


def _rows(
    table: LoadTable,
    columns: Sequence[Column],
    batch: Iterable[Record | Refusal],
    refused: list[Refusal],
) -> Iterator[Row]:
    for record_ in batch:
        row = [record_] if isinstance(record_, Refusal) else read_row(table, columns, record_)
        if isinstance(row, Row):
            yield row
        else:
            refused.extend(row)


def _without_repeated(rows: list[Row], refused: list[Refusal]) -> list[Row]:
    """Rows whose key no earlier row has; the keys wait in PostgreSQL, not in memory."""
    keys = [row.key for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [keys, [row.line for row in rows]])
        cursor.execute(CLAIMED, [keys])
        first = dict(cursor.fetchall())
    refused.extend(
        Refusal(row.line, "", f"“{row.key}” is in line {first[row.key]} already. Keep one of them.")
        for row in rows
        if first[row.key] != row.line
    )
    return [row for row in rows if first[row.key] == row.line]


def _written(table: LoadTable, rows: Sequence[Row]) -> list[Result]:
    """All at once; where the database refuses that, one by one to find the row at fault."""
    try:
        with transaction.atomic():
            return list(table.write(rows))
    except (IntegrityError, DataError):
        return [_written_alone(table, row) for row in rows]


def _written_alone(table: LoadTable, row: Row) -> Result:
    try:
        with transaction.atomic():
            (outcome,) = table.write([row])
    except (IntegrityError, DataError) as error:
        why = f"the database refuses it ({_rule(error)}). Correct the row."
        return [Refusal(row.line, "", why)]
    return outcome


def _rule(error: IntegrityError | DataError) -> str:
    diagnosis = getattr(error.__cause__, "diag", None)
    name: str | None = getattr(diagnosis, "constraint_name", None)
    return name.replace("_", " ") if name else str(error).splitlines()[0]
