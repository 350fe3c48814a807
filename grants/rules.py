"""Published criteria as a tree of all, any and not, with the programme's numbers and their days.

Pure: no Django, no clock. `grants.evaluation` reads them with what somebody said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = bool | int | Decimal | str
Facts = Mapping[str, Value]
"""What was said, by the name of the fact; what was not said is not in it."""


class Operator(StrEnum):
    EQUALS = "eq"
    IN = "in"
    AT_LEAST = "gte"
    BELOW = "lt"


class Provenance(StrEnum):
    PUBLISHED = "published"
    INFERRED = "inferred"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Span:
    """A value of a parameter from a day until a day, both included; `None` is open.

    A placeholder has no value: it says that there is a number which nobody could read yet.
    """

    value: Decimal | None
    provenance: Provenance
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of a programme with the days for which it holds, which never overlap."""

    name: str
    spans: tuple[Span, ...]

    def at(self, day: date) -> Decimal | None:
        """`None` where no number is published for that day: an older one is not taken instead."""
        span = self.span_at(day)
        return span.value if span else None

    def span_at(self, day: date) -> Span | None:
        return next((span for span in self.spans if span.holds(day)), None)


Parameters = Mapping[str, Parameter]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One fact against one value, several values, or a parameter of the programme."""

    id: str
    fact: str
    operator: Operator
    values: tuple[Value, ...] = ()
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: "tuple[Rule, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: "tuple[Rule, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    part: "Rule"


Rule = Criterion | AllOf | AnyOf | Not


def criteria_of(rule: Rule) -> Iterator[Criterion]:
    """Every criterion of the tree, from left to right."""
    match rule:
        case Criterion():
            yield rule
        case Not(part):
            yield from criteria_of(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from criteria_of(part)
