"""A CSV file read as a stream: whatever is in it, memory stays small and every line is counted."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from profiles.loading import encodings

MOST_IN_A_FIELD = 128 * 1024
MOST_IN_A_LINE = 4 * MOST_IN_A_FIELD

SAVE_AS = "Save it as CSV in UTF-8 (“CSV UTF-8” in a spreadsheet) and load that."


class UnusableFileError(ValueError):
    """The file as a whole cannot be read; the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file. `line` is where it begins, from 1, quoted line breaks counted."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row was not taken. `column` is "" where the row as a whole is wrong."""

    line: int
    column: str
    why: str

    def __str__(self) -> str:
        return ": ".join(part for part in (f"line {self.line}", self.column, self.why) if part)


@dataclass(frozen=True, slots=True)
class Source:
    """A text file known to decode as `encoding` from end to end, of so many `lines`."""

    path: Path
    encoding: str
    lines: int
    separator: str = ","

    @property
    def note(self) -> str:
        """What whoever loads the file should know about how it is read, "" as a rule."""
        if self.encoding != encodings.WINDOWS_ARABIC:
            return ""
        return f"{self.path} is read as Windows-1256, not UTF-8: look whether names are right."

    def records(self) -> Iterator[Record | Refusal]:
        """Every row but the blank ones; after a broken one reading goes on at the next line."""
        with self.path.open(encoding=self.encoding, newline="") as file:
            lines = _Lines(file)
            while not lines.ended:
                start = lines.number + 1
                try:
                    for cells in csv.reader(lines, strict=True, delimiter=self.separator):
                        if any(cell.strip() for cell in cells):
                            yield Record(start, cells)
                        start = lines.number + 1
                except csv.Error as error:
                    yield Refusal(start, "", _sentence(error, start, lines.number))


def open_source(path: Path) -> Source:
    """Read the file through once. Raises UnusableFileError unless all of it is text."""
    try:
        with path.open("rb") as file:
            encoding, lines = _read_through(path, _encoding(path, file.read(4096)))
        separator = encodings.separator(_first_line(path, encoding))
        return Source(path, encoding, lines, separator)
    except OSError as error:
        raise UnusableFileError(
            f"{path} cannot be read ({error.strerror}). Give the path of a CSV file."
        ) from None


def first_cells(records: Iterator[Record | Refusal], source: Source) -> list[str]:
    """The cells of the first line. Raises UnusableFileError where there are none."""
    first = next(records, None)
    if first is None:
        raise UnusableFileError(f"{source.path} is empty. Its first line must name the columns.")
    if isinstance(first, Refusal):
        raise UnusableFileError(f"The columns cannot be read: {first.why}")
    return first.cells


def _encoding(path: Path, head: bytes) -> str:
    if not head:
        raise UnusableFileError(f"{path} is empty. Its first line must name the columns.")
    if head.startswith(b"PK"):
        raise UnusableFileError(f"{path} is a spreadsheet or an archive, not CSV. {SAVE_AS}")
    found = encodings.by_its_beginning(head)
    if found is None:
        raise UnusableFileError(f"{path} is not text. {SAVE_AS}")
    return found


def _read_through(path: Path, encoding: str) -> tuple[str, int]:
    """(encoding, lines); what is no UTF-8 may still be the Arabic of an older Windows."""
    lines, is_text = encodings.count_lines(path, encoding)
    if not is_text and encoding == "utf-8" and encodings.is_windows_arabic(path):
        encoding = encodings.WINDOWS_ARABIC
        lines, is_text = encodings.count_lines(path, encoding)
    if not is_text:
        raise UnusableFileError(
            f"{path} is not {encoding.upper()} text (first after line {lines}). {SAVE_AS}"
        )
    return encoding, lines


def _first_line(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, newline="") as file:
        return file.readline(MOST_IN_A_LINE)


class _Lines:
    """The file's lines as the csv reader asks for them; one without end is refused, not held."""

    def __init__(self, file: TextIO) -> None:
        self.file = file
        self.number = 0
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.file.readline(MOST_IN_A_LINE)
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        if len(line) == MOST_IN_A_LINE and not line.endswith(("\n", "\r")):
            self._skip_the_rest()
            raise csv.Error("field larger than field limit")
        return line

    def _skip_the_rest(self) -> None:
        while (piece := self.file.readline(MOST_IN_A_LINE)) and not piece.endswith(("\n", "\r")):
            pass


def _sentence(error: csv.Error, start: int, end: int) -> str:
    message = str(error)
    lines = f"lines {start} to {end}" if end > start else f"line {start}"
    if "field limit" in message:
        return (
            f"a field in {lines} is longer than {MOST_IN_A_FIELD:,} characters. "
            "Shorten it, or close the quote that it begins with."
        )
    if "unexpected end" in message:
        return f"a quote is opened and never closed in {lines}. Close it."
    return f"{lines} cannot be read as CSV ({message}). Write a quote inside quotes twice."
