"""A document that keeps to the schema, made into parameters, a rule and a formula."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from grants.amounts import CoInvestment, CostShare, Formula, Stipend, Tier
from grants.rules import AllOf, AnyOf, Criterion, Not, Operator, Parameter, Provenance, Rule, Span

Document = Mapping[str, Any]


class DocumentError(ValueError):
    """A document that cannot be a programme; the message says where and how to mend it."""


def parameters_in(document: Document) -> dict[str, Parameter]:
    said = document.get("parameters", {})
    return {name: _parameter(name, each) for name, each in said.items()}


def _parameter(name: str, said: Document) -> Parameter:
    return Parameter(name, tuple(_span(name, each) for each in said["spans"]))


def _span(name: str, said: Document) -> Span:
    return Span(
        Decimal(said["value"]) if "value" in said else None,
        Provenance(said["provenance"]),
        day_of(name, said.get("valid_from")),
        day_of(name, said.get("valid_to")),
    )


def day_of(where: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise DocumentError(f"{where}: {text} is no day of the calendar.") from None


def criteria_in(document: Document) -> dict[str, Criterion]:
    found: dict[str, Criterion] = {}
    for said in document["criteria"]:
        if said["id"] in found:
            raise DocumentError(f"Criterion {said['id']!r} stands there twice: rename one.")
        found[said["id"]] = Criterion(
            said["id"],
            said["fact"],
            Operator(said["operator"]),
            tuple(said.get("values", ())),
            said.get("parameter", ""),
        )
    return found


def rule_in(document: Document, leaves: Mapping[str, Criterion]) -> Rule:
    """Raises DocumentError for a name that stands for nothing, and for a group within itself."""
    return _Tree(leaves, document.get("groups", {})).build(document["rule"])


class _Tree:
    """Makes the rule of criteria and groups named in it, and refuses a group within itself."""

    def __init__(self, leaves: Mapping[str, Criterion], groups: Mapping[str, Any]) -> None:
        self.leaves, self.groups = leaves, groups
        self.within: list[str] = []

    def build(self, said: Any) -> Rule:
        if isinstance(said, str):
            return self._named(said)
        if "not" in said:
            return Not(self.build(said["not"]))
        if "all" in said:
            return AllOf(tuple(map(self.build, said["all"])))
        return AnyOf(tuple(map(self.build, said["any"])))

    def _named(self, name: str) -> Rule:
        if name in self.leaves:
            return self.leaves[name]
        if name not in self.groups:
            raise DocumentError(f"The rule names {name!r}, which is no criterion and no group.")
        if name in self.within:
            circle = " > ".join([*self.within, name])
            raise DocumentError(f"A group holds itself: {circle}. Take one of them out.")
        self.within.append(name)
        rule = self.build(self.groups[name])
        self.within.pop()
        return rule


def formula_in(document: Document) -> Formula | None:
    said = document.get("amount")
    if said is None:
        return None
    terms = {key: value for key, value in said.items() if key not in ("kind", "tiers")}
    match said["kind"]:
        case "cost_share":
            tiers = tuple(Tier(each["share"], each.get("when", "")) for each in said["tiers"])
            return CostShare(**terms, tiers=tiers)
        case "co_investment":
            return CoInvestment(**terms)
        case _:
            return Stipend(**terms)
