"""What a kind of file holds: one declaration of its columns gives parsing, messages and docs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, Protocol

from profiles.loading.cells import Read
from profiles.loading.source import Record, Refusal, UnusableFileError

Outcome = Literal["created", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file.

    read: cell to value; ValueError with a sentence. blank: the value of an empty cell
    part: which row of the database it belongs to; field: its name there (the column's own)
    required: the column must be there and every cell of it filled
    """

    name: str
    meaning: str
    example: str
    read: Read
    blank: Callable[[], Any] = str
    part: str = "row"
    field: str = ""
    required: bool = False

    @property
    def target(self) -> str:
        return self.field or self.name


def nothing() -> None:
    """The blank of a column whose empty cell means: not said."""


class RowRefusedError(ValueError):
    """A row that reads well and cannot be written: a sentence for each column at fault."""

    def __init__(self, line: int, reasons: Iterable[tuple[str, str]]) -> None:
        self.refusals = [Refusal(line, column, why) for column, why in reasons]
        super().__init__(" ".join(map(str, self.refusals)))


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: the values of the columns that the file has, blanks included."""

    line: int
    key: str
    values: dict[str, Any]


Result = Outcome | list[Refusal]


class Writer(Protocol):
    """Writes rows with distinct keys. Each gets its outcome, or the refusals it deserves."""

    def __call__(self, rows: Sequence[Row]) -> Iterable[Result]: ...


@dataclass(frozen=True)
class Table:
    """A kind of file; the columns that are `keys` together name a row."""

    kind: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]

    def header(self, cells: Sequence[str]) -> list[Column]:
        """The columns a file has, in its order. Raises UnusableFileError."""
        names = [cell.strip().casefold() for cell in cells]
        known = {column.name: column for column in self.columns}
        wrong = [
            *_missing(self.columns, names, len(cells)),
            *(self._unknown(name, known) for name in names if name not in known),
            *(f"Name the column “{n}” once." for n in dict.fromkeys(names) if names.count(n) > 1),
        ]
        if wrong:
            raise UnusableFileError(" ".join(wrong))
        return [known[name] for name in names]

    def _unknown(self, name: str, known: dict[str, Column]) -> str:
        near = get_close_matches(name, known, n=1)
        advice = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known)}."
        return f"{self.kind.capitalize()} have no column “{name[:40]}”: {advice}"


@dataclass(frozen=True)
class LoadTable(Table):
    """A kind of file that is stored; a key that comes twice in one file is refused.

    verb: of the one Event a load records
    touches: what the Event says has changed, a short code a row, "" where nobody need follow it
    """

    write: Writer
    verb: str
    touches: Callable[[Row], str]


def _missing(columns: Iterable[Column], names: list[str], width: int) -> Iterator[str]:
    missing = [c.name for c in columns if c.required and c.name not in names]
    if missing:
        yield f"The first line does not name {', '.join(f'“{name}”' for name in missing)}."
        if width == 1:
            yield "Separate the columns with commas, semicolons or tabs."


def read_row(table: Table, columns: Sequence[Column], record: Record) -> Row | list[Refusal]:
    """The row of a record, or every refusal it deserves."""
    if len(record.cells) != len(columns):
        why = (
            f"has {len(record.cells)} values for {len(columns)} columns. "
            "Put quotes round a value with a separator in it."
        )
        return [Refusal(record.line, "", why)]
    values: dict[str, Any] = {}
    refused = []
    for column, cell in zip(columns, record.cells, strict=True):
        try:
            values[column.name] = _value(column, cell.strip())
        except ValueError as error:
            refused.append(Refusal(record.line, column.name, str(error)))
    key = " ".join(str(values.get(name, "")) for name in table.keys).strip()
    return refused or Row(record.line, key, values)


def _value(column: Column, cell: str) -> Any:
    if "\0" in cell:
        raise ValueError("has a NUL character in it. Remove it.")
    if cell:
        return column.read(cell)
    if column.required:
        raise ValueError(f"is empty. Write something such as {column.example}.")
    return column.blank()
