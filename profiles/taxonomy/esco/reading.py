"""ESCO's skills from its CSV files: as the Commission publishes them, or repacked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from profiles.loading.source import (
    Record,
    Refusal,
    Source,
    UnusableFileError,
    first_cells,
    open_source,
)

ENGLISH, ARABIC = "skills_en.csv", "skills_ar.csv"
DIGITAL = "concept-scheme/6c930acd-c104-4ece-acf7-f44fd7333036"
"""Part of `inScheme` where a skill belongs to ESCO's collection of digital skills."""
# Columns by use: ESCO's own name, then that of the repacked files.
USES = {
    "id": ("concepturi", "skill_id"),
    "label": ("preferredlabel", "label"),
    "others": ("altlabels", "alt_labels"),
    "digital": ("inscheme", "is_digital"),
}
NEEDED = ("id", "label", "others")
BETWEEN_LABELS = re.compile(r"[\n|]")


@dataclass(frozen=True, slots=True)
class EscoSkill:
    """One skill: the last part of its URI, its label, and the other names it goes by."""

    id: str
    label: str
    others: tuple[str, ...]
    is_digital: bool


@dataclass(frozen=True, slots=True)
class EscoFile:
    """A file of skills and the places of its columns."""

    source: Source
    places: dict[str, int]
    width: int

    @property
    def tells_digital(self) -> bool:
        return "digital" in self.places

    def skills(self) -> Iterator[tuple[int, EscoSkill | Refusal]]:
        """(line, skill or why the row is none) of every row below the first."""
        records = self.source.records()
        next(records)
        for record in records:
            yield record.line, self._skill(record) if isinstance(record, Record) else record

    def _skill(self, record: Record) -> EscoSkill | Refusal:
        if len(record.cells) != self.width:
            why = f"{len(record.cells)} cells, not {self.width}. Take the row from ESCO again."
            return Refusal(record.line, "", why)
        if any("\0" in cell for cell in record.cells):
            return Refusal(record.line, "", "has a NUL character in it. Remove it.")
        cells = {use: record.cells[place].strip() for use, place in self.places.items()}
        id_ = cells["id"].rstrip("/").rpartition("/")[2]
        if not id_ or not cells["label"]:
            return Refusal(record.line, "", "has no id or no label. Take the row from ESCO again.")
        others = (text.strip() for text in BETWEEN_LABELS.split(cells["others"]))
        digital = cells.get("digital", "")
        is_digital = digital == "1" or DIGITAL in digital
        return EscoSkill(id_, cells["label"], tuple(filter(None, others)), is_digital)


def english(folder: Path) -> EscoFile:
    """Raises UnusableFileError where the folder holds no skills in English."""
    if not folder.is_dir():
        raise UnusableFileError(f"{folder} is no folder. Give the one that ESCO's files are in.")
    if not (folder / ENGLISH).is_file():
        raise UnusableFileError(
            f"{folder} holds no {ENGLISH}. Download ESCO's classification as CSV in English, "
            "unpack it, and give that folder."
        )
    return _opened(folder / ENGLISH)


def arabic(folder: Path) -> EscoFile | None:
    return _opened(folder / ARABIC) if (folder / ARABIC).is_file() else None


def _opened(path: Path) -> EscoFile:
    source = open_source(path)
    cells = [cell.strip().casefold() for cell in first_cells(source.records(), source)]
    places = {use: cells.index(name) for use, name in _named(cells)}
    if missing := [USES[use][0] for use in NEEDED if use not in places]:
        named = " and ".join(f"“{name}”" for name in missing)
        raise UnusableFileError(
            f"{path} has no column {named}. Give the file as ESCO publishes it: "
            "conceptUri, preferredLabel, altLabels, inScheme."
        )
    return EscoFile(source, places, len(cells))


def _named(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    for use, names in USES.items():
        yield from ((use, name) for name in names if name in cells)
