"""The list of steps as a dated document: read, checked against schema and sense."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

from grants.building import Document, DocumentError, day_of
from grants.files import check, read_toml
from grants.sources import Confidence, Source, in_language

FILE = Path(__file__).parent / "steps.toml"
SCHEMA = Path(__file__).parent / "schema.json"


class Who(models.TextChoices):
    """Who sets up: a step is for one of them, or for both."""

    FOUNDER = "founder", _("A founder registers a firm")
    FOREIGN = "foreign", _("A company abroad opens a branch")


@dataclass(frozen=True, slots=True)
class Step:
    """said: the step as the document has it; read: its source likewise"""

    said: Document
    read: Document

    @property
    def slug(self) -> str:
        return str(self.said["slug"])

    @property
    def title(self) -> str:
        return in_language(self.said["title"])

    @property
    def text(self) -> str:
        return in_language(self.said["text"])

    @property
    def needs(self) -> list[str]:
        return [in_language(words) for words in self.said.get("needs", ())]

    @property
    def source(self) -> Source:
        day = date.fromisoformat(self.read["read_on"])
        confidence = Confidence(self.said["confidence"])
        return Source(in_language(self.read["title"]), self.read["url"], day, confidence)

    def is_for(self, who: Who) -> bool:
        return self.said["for"] in (who, "both")


@dataclass(frozen=True, slots=True)
class Checklist:
    as_of: date
    steps: tuple[Step, ...]

    def steps_for(self, who: Who) -> list[Step]:
        return [step for step in self.steps if step.is_for(who)]


@cache
def checklist() -> Checklist:
    """The one that ships with the code."""
    return checklist_in(read_toml(FILE))


def checklist_in(document: Document) -> Checklist:
    """Raises DocumentError where schema or sense is broken."""
    check(document, SCHEMA)
    for name, said in document["sources"].items():
        day_of(name, said["read_on"])
    as_of = day_of("as_of", document["as_of"])
    assert as_of is not None
    return Checklist(as_of, tuple(_steps(document)))


def _steps(document: Document) -> list[Step]:
    found: dict[str, Step] = {}
    for said in document["steps"]:
        if said["slug"] in found:
            raise DocumentError(f"Step {said['slug']!r} stands there twice: rename one.")
        if said["source"] not in document["sources"]:
            raise DocumentError(f"The source {said['source']!r} is named and not declared.")
        found[said["slug"]] = Step(said, document["sources"][said["source"]])
    return list(found.values())
