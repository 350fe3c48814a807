"""Programmes as dated documents: read, checked against schema and sense, and made into rules.

A document is a dict as JSON would have it (days as text, numbers of parameters as text), so that
what is stored in the database is what was checked.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from grants.amounts import Formula, facts_of
from grants.building import (
    Document,
    DocumentError,
    criteria_in,
    formula_in,
    parameters_in,
    rule_in,
)
from grants.evaluation import RuleSet
from grants.files import check, read_toml
from grants.rules import criteria_of
from grants.sense import wrong_in

FOLDER = Path(__file__).parent / "programmes"
SCHEMA = FOLDER / "schema.json"


@dataclass(frozen=True, slots=True)
class Programme:
    """A checked document with its rule and its formula; `None` where it says no amount."""

    document: Document
    rules: RuleSet
    formula: Formula | None

    @property
    def slug(self) -> str:
        return self.rules.programme

    @property
    def version(self) -> int:
        return self.rules.version

    @property
    def facts(self) -> set[str]:
        """Every fact that it asks about, for its rule or its amount."""
        of_amount = facts_of(self.formula) if self.formula else ()
        return {leaf.fact for leaf in criteria_of(self.rules.rule)} | set(of_amount)

    def criterion(self, name: str) -> Document:
        """What the document says of a criterion: its words, its quote, its source."""
        found: Document = next(each for each in self.document["criteria"] if each["id"] == name)
        return found

    def number(self, name: str, day: date) -> Document | None:
        """What it says of a parameter on that day, with its source; `None` where nothing holds."""
        spans = self.rules.parameters[name].spans
        place = next((place for place, span in enumerate(spans) if span.holds(day)), None)
        if place is None:
            return None
        found: Document = self.document["parameters"][name]["spans"][place]
        return found

    def source(self, name: str) -> Document:
        found: Document = self.document["sources"][name]
        return found


def read_all() -> list[Document]:
    """The documents that ship with the code, checked, by name."""
    return [read(path) for path in sorted(FOLDER.glob("*.toml"))]


def read(path: Path) -> Document:
    """Raises DocumentError, with the file's name, for one that is no programme."""
    try:
        document = read_toml(path)
        programme_of(document)
    except DocumentError as error:
        raise DocumentError(f"{path.name}: {error}") from None
    return document


def programme_of(document: Document) -> Programme:
    """Raises DocumentError where schema or sense is broken, in the words a part `says` itself."""
    check(document, SCHEMA)
    parameters, leaves = parameters_in(document), criteria_in(document)
    rule, formula = rule_in(document, leaves), formula_in(document)
    wrong = next(wrong_in(document, leaves, rule, formula, parameters), None)
    if wrong is not None:
        raise DocumentError(wrong)
    rules = RuleSet(document["slug"], document["version"], rule, parameters)
    return Programme(document, rules, formula)
