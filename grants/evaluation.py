"""A rule read with what somebody said, in strong Kleene logic. Pure: no Django, no clock.

A criterion is met, unmet or unknown, and unknown for one of two reasons that are kept apart: its
fact was not said, or the programme has not published the number it needs. `not` of unknown stays
unknown, so that silence never turns into a pass, as it does where a missing value counts as "no".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from grants.rules import (
    AllOf,
    AnyOf,
    Criterion,
    Facts,
    Not,
    Operator,
    Parameters,
    Rule,
    Value,
    criteria_of,
)


class Truth(StrEnum):
    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why a criterion is unknown."""

    FACT = "fact"
    RULE = "rule"


class Verdict(StrEnum):
    """What can be said in all. Never "eligible": who meets what is published is still scored."""

    DOES_NOT_MEET = "does_not_meet"
    NEEDS_ANSWERS = "needs_answers"
    RULE_NOT_PUBLISHED = "rule_not_published"
    MEETS = "meets"


@dataclass(frozen=True, slots=True)
class Result:
    """One criterion; why is said of an unknown one; said is the answer, `None` where there is none.

    Of two answers that come to the same the results differ: each is another reading.
    """

    truth: Truth
    why: Why | None = None
    said: Value | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a rule says of some facts on a day.

    results: by criterion, in the order of the rule
    asks: the facts whose answer can still change the verdict, the most decisive first
    """

    truth: Truth
    verdict: Verdict
    results: Mapping[str, Result]
    asks: tuple[str, ...] = ()


def evaluate(rule: Rule, facts: Facts, parameters: Parameters, *, as_of: date) -> Evaluation:
    """Reproducible: the same rule, facts, parameters and day give the same answer for ever.

    Raises TypeError where a fact is of another kind than the criterion compares it with.
    """
    results = {leaf.id: judge(leaf, facts, parameters, as_of) for leaf in criteria_of(rule)}
    truths = {name: result.truth for name, result in results.items()}
    truth = truth_of(rule, truths)
    if truth is not Truth.UNKNOWN:
        settled = Verdict.MEETS if truth is Truth.MET else Verdict.DOES_NOT_MEET
        return Evaluation(truth, settled, results)
    asks = _asks(rule, results, truths)
    verdict = Verdict.NEEDS_ANSWERS if asks else Verdict.RULE_NOT_PUBLISHED
    return Evaluation(truth, verdict, results, asks)


def judge(leaf: Criterion, facts: Facts, parameters: Parameters, as_of: date) -> Result:
    """One criterion. Where the number is not published, the answer is not asked for again."""
    said = facts.get(leaf.fact)
    wanted = parameters[leaf.parameter].at(as_of) if leaf.parameter else None
    if leaf.parameter and wanted is None:
        return Result(Truth.UNKNOWN, Why.RULE, said)
    if said is None:
        return Result(Truth.UNKNOWN, Why.FACT)
    met = _compare(leaf, said, (wanted,) if wanted is not None else leaf.values)
    return Result(Truth.MET if met else Truth.UNMET, None, said)


def _compare(leaf: Criterion, said: Value, values: tuple[Value, ...]) -> bool:
    match leaf.operator:
        case Operator.EQUALS | Operator.IN:
            return said in values
        case Operator.AT_LEAST:
            return _number(said) >= _number(values[0])
        case Operator.BELOW:
            return _number(said) < _number(values[0])


def _number(value: Value) -> Decimal:
    if isinstance(value, bool | str):
        raise TypeError(f"{value!r} is no number, and cannot be more or less than one.")
    return Decimal(value)


def truth_of(rule: Rule, truths: Mapping[str, Truth]) -> Truth:
    """Strong Kleene: all is unmet if any part is, any is met if any part is."""
    match rule:
        case Criterion():
            return truths[rule.id]
        case Not(part):
            return _NEGATED[truth_of(part, truths)]
        case AllOf(parts):
            return _settled_by(Truth.UNMET, Truth.MET, parts, truths)
        case AnyOf(parts):
            return _settled_by(Truth.MET, Truth.UNMET, parts, truths)


_NEGATED = {Truth.MET: Truth.UNMET, Truth.UNMET: Truth.MET, Truth.UNKNOWN: Truth.UNKNOWN}


def _settled_by(
    decisive: Truth, otherwise: Truth, parts: tuple[Rule, ...], truths: Mapping[str, Truth]
) -> Truth:
    found = otherwise
    for part in parts:
        truth = truth_of(part, truths)
        if truth is decisive:
            return decisive
        if truth is Truth.UNKNOWN:
            found = Truth.UNKNOWN
    return found


def _open(rule: Rule, truths: Mapping[str, Truth]) -> Iterator[Criterion]:
    """The unknown criteria that still bear on the whole: a settled branch is not walked."""
    if truth_of(rule, truths) is not Truth.UNKNOWN:
        return
    match rule:
        case Criterion():
            yield rule
        case Not(part):
            yield from _open(part, truths)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _open(part, truths)


def _asks(
    rule: Rule, results: Mapping[str, Result], truths: Mapping[str, Truth]
) -> tuple[str, ...]:
    by_fact: dict[str, list[str]] = {}
    for leaf in _open(rule, truths):
        if results[leaf.id].why is Why.FACT:
            by_fact.setdefault(leaf.fact, []).append(leaf.id)
    return tuple(sorted(by_fact, key=lambda fact: -_decides(rule, by_fact[fact], truths)))


def _decides(rule: Rule, leaves: list[str], truths: Mapping[str, Truth]) -> int:
    """In how many of two ways an answer would settle the whole by itself."""
    settled = (Truth.MET, Truth.UNMET)
    ways = ({**truths, **dict.fromkeys(leaves, truth)} for truth in settled)
    return sum(truth_of(rule, way) is not Truth.UNKNOWN for way in ways)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rule of a programme with its parameters, as one version of its document has them."""

    programme: str
    version: int
    rule: Rule
    parameters: Parameters = field(default_factory=dict)

    def evaluate(self, facts: Facts, *, as_of: date) -> Evaluation:
        return evaluate(self.rule, facts, self.parameters, as_of=as_of)
