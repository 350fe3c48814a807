"""What no schema can see of a document: names that stand for nothing, values that are no answer."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from grants.amounts import CostShare, Formula, facts_of, parameters_of
from grants.building import Document, day_of
from grants.facts import FACTS
from grants.rules import Criterion, Operator, Parameter, Rule, criteria_of


def wrong_in(
    document: Document,
    leaves: Mapping[str, Criterion],
    rule: Rule,
    formula: Formula | None,
    parameters: Mapping[str, Parameter],
) -> Iterator[str]:
    """What no schema can see, in sentences."""
    for leaf in leaves.values():
        yield from _wrong_leaf(leaf, parameters)
    unused = sorted(set(leaves) - {leaf.id for leaf in criteria_of(rule)})
    yield from (f"Criterion {name!r} is in no rule: use it or delete it." for name in unused)
    if formula is not None:
        yield from _wrong_amount(formula, parameters)
    for name in sorted(set(leaves) & set(document.get("groups", {}))):
        yield f"{name!r} is a criterion and a group: rename one."
    yield from _wrong_sources(document)
    yield from (wrong for each in parameters.values() for wrong in _wrong_spans(each))


def _wrong_leaf(leaf: Criterion, parameters: Mapping[str, Parameter]) -> Iterator[str]:
    fact = FACTS.get(leaf.fact)
    if fact is None:
        yield f"Criterion {leaf.id!r} asks for the fact {leaf.fact!r}, which there is not."
        return
    if leaf.parameter and leaf.parameter not in parameters:
        yield f"Criterion {leaf.id!r} needs the parameter {leaf.parameter!r}: declare it."
    for value in leaf.values:
        if not fact.takes(value):
            yield f"Criterion {leaf.id!r}: {value!r} is no answer to {leaf.fact!r}."
    is_measured = leaf.operator in (Operator.AT_LEAST, Operator.BELOW)
    if (is_measured or leaf.parameter) and not fact.takes(0):
        yield f"Criterion {leaf.id!r}: {leaf.fact!r} is no number, so it is neither more nor less."
    if is_measured and len(leaf.values) > 1:
        yield f"Criterion {leaf.id!r} compares with one number, not with {len(leaf.values)}."


def _wrong_amount(formula: Formula, parameters: Mapping[str, Parameter]) -> Iterator[str]:
    """It multiplies numbers; what chooses a share is answered by yes or no."""
    choosing = {tier.when for tier in formula.tiers} if isinstance(formula, CostShare) else set()
    for name in facts_of(formula):
        fact = FACTS.get(name)
        if fact is None:
            yield f"The amount asks for the fact {name!r}, which there is not."
        elif not fact.takes(True if name in choosing else 0):
            kind = "yes or no" if name in choosing else "a number"
            yield f"The amount needs {kind}, and {name!r} is something else."
    for name in parameters_of(formula):
        if name not in parameters:
            yield f"The amount needs the parameter {name!r}: declare it, with no value if need be."


def _wrong_sources(document: Document) -> Iterator[str]:
    named = {said["source"] for said in document["criteria"]}
    named |= {document["window"]["source"]} if "source" in document["window"] else set()
    for said in document.get("parameters", {}).values():
        named |= {span["source"] for span in said["spans"] if "source" in span}
    for name in sorted(named - set(document["sources"])):
        yield f"The source {name!r} is named and not declared."
    day_of("window", document["window"]["checked_on"])
    for name, said in document["sources"].items():
        day_of(name, said["read_on"])


def _wrong_spans(parameter: Parameter) -> Iterator[str]:
    """Of two spans that hold on one day nobody could say which is right."""
    spans = sorted(parameter.spans, key=lambda span: span.valid_from or date.min)
    for first, second in pairwise(spans):
        if first.valid_to is None or (second.valid_from or date.min) <= first.valid_to:
            yield f"Parameter {parameter.name!r} has two values for one day: end the first earlier."
    for span in spans:
        if span.valid_from and span.valid_to and span.valid_to < span.valid_from:
            yield f"Parameter {parameter.name!r} ends before it begins."
