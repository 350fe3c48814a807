"""Checks a second: a programme read with answers, beside a reader that takes its document anew.

Both say whether the rule is met, and what it could be worth at most; equal results are asserted on
every set of answers before anything is timed.
"""

import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from time import perf_counter
from typing import Any

from benchmarks.sections import Section
from grants.amounts import estimate
from grants.documents import Programme, programme_of, read_all
from grants.facts import FACTS, Kind
from grants.rules import Value, criteria_of

CHECKS, ROUNDS, SEED = 10_000, 5, 7
AS_OF = date(2026, 11, 26)
SILENCE = 0.3
"""How many of the questions stay without an answer."""

Answers = Mapping[str, Value]
Found = tuple[bool | None, Decimal | None]
Reader = Callable[[Programme, Answers], Found]


def grants_section(checks: int = CHECKS, rounds: int = ROUNDS) -> Section:
    """Every shipped document in turns."""
    programmes = [programme_of(each) for each in read_all()]
    cases = _cases(programmes, checks)
    for programme, answers in cases:
        ours, theirs = evaluated(programme, answers), interpreted(programme, answers)
        if ours != theirs:
            raise RuntimeError(f"{programme.slug} with {answers}: {ours} is not {theirs}.")
    seconds = _timed((evaluated, interpreted), cases, rounds)
    figures = {
        "grants_checks_seconds": seconds[evaluated],
        "grants_checks_per_second": checks / seconds[evaluated],
        "ratio_grants_interpreted": seconds[interpreted] / seconds[evaluated],
    }
    text = (
        f"{checks:,} checks of {len(programmes)} programmes, {SILENCE:.0%} of the answers open\n"
        f"Silah, rules built once             {seconds[evaluated]:>8.3f} s\n"
        f"the document interpreted each time  {seconds[interpreted]:>8.3f} s"
    )
    return Section("Checks of grants", text, dict(figures))


def evaluated(programme: Programme, answers: Answers) -> Found:
    """As the pages do it: verdict, questions that are left, amount with its steps."""
    found = programme.rules.evaluate(answers, as_of=AS_OF)
    truth = {"met": True, "unmet": False}.get(found.truth)
    if programme.formula is None:
        return truth, None
    return truth, estimate(programme.formula, answers, programme.rules.parameters, as_of=AS_OF).high


def _timed(
    readers: Sequence[Reader], cases: Sequence[tuple[Programme, Answers]], rounds: int
) -> dict[Reader, float]:
    """Seconds of all cases, the median of rounds in which the readers take turns."""
    times: dict[Reader, list[float]] = {reader: [] for reader in readers}
    for _round in range(rounds):
        for reader in readers:
            began = perf_counter()
            for programme, answers in cases:
                reader(programme, answers)
            times[reader].append(perf_counter() - began)
    return {reader: statistics.median(taken) for reader, taken in times.items()}


def _cases(programmes: Sequence[Programme], checks: int) -> list[tuple[Programme, Answers]]:
    chance = random.Random(SEED)
    asked = [_asked(programme) for programme in programmes]
    turns = (turn % len(programmes) for turn in range(checks))
    return [(programmes[turn], _answers(asked[turn], chance)) for turn in turns]


def _asked(programme: Programme) -> list[str]:
    amount = programme.document.get("amount", {})
    named = {*_texts(amount)} | {leaf.fact for leaf in criteria_of(programme.rules.rule)}
    return sorted(name for name in named if name in FACTS)


def _texts(said: Any) -> list[str]:
    if isinstance(said, dict):
        return [text for each in said.values() for text in _texts(each)]
    if isinstance(said, list):
        return [text for each in said for text in _texts(each)]
    return [str(said)]


def _answers(names: Sequence[str], chance: random.Random) -> Answers:
    return {name: _answer(name, chance) for name in names if chance.random() > SILENCE}


def _answer(name: str, chance: random.Random) -> Value:
    fact = FACTS[name]
    match fact.kind:
        case Kind.YES_NO:
            return chance.random() < 0.5
        case Kind.CHOICE:
            return chance.choice(fact.choices)[0]
        case Kind.USD:
            return Decimal(chance.randrange(100_000_000)) / 100
        case _:
            return chance.randrange(48)


# The rival: straightforward, with nothing built beforehand and nothing shared with the product.

NUMBERS = ("cap", "ratio", "share", "most_months")
SAID = ("cost", "money", "round", "monthly", "months", "heads")
"""The keys of an amount: parameters of the programme, and answers."""


def interpreted(programme: Programme, answers: Answers) -> Found:
    """The truth of the rule, `None` while it is open, and the most that it could be worth."""
    document = programme.document
    numbers = {name: _holding(said) for name, said in document.get("parameters", {}).items()}
    leaves = {each["id"]: _leaf(each, answers, numbers) for each in document["criteria"]}
    truth = _rule(document["rule"], leaves, document.get("groups", {}))
    return truth, _most(document.get("amount"), answers, numbers)


def _holding(said: Mapping[str, Any]) -> Decimal | None:
    day = AS_OF.isoformat()
    for span in said["spans"]:
        if span.get("valid_from", "") <= day <= span.get("valid_to", "9999-12-31"):
            return Decimal(span["value"]) if "value" in span else None
    return None


def _leaf(
    said: Mapping[str, Any], answers: Answers, numbers: Mapping[str, Decimal | None]
) -> bool | None:
    bound = numbers[said["parameter"]] if "parameter" in said else said["values"][0]
    if bound is None or said["fact"] not in answers:
        return None
    answer: Any = answers[said["fact"]]
    if said["operator"] == "gte":
        return bool(answer >= bound)
    if said["operator"] == "lt":
        return bool(answer < bound)
    return answer in said.get("values", [bound])


def _rule(said: Any, leaves: Mapping[str, bool | None], groups: Mapping[str, Any]) -> bool | None:
    if isinstance(said, str):
        return leaves[said] if said in leaves else _rule(groups[said], leaves, groups)
    if "not" in said:
        inner = _rule(said["not"], leaves, groups)
        return None if inner is None else not inner
    parts = [_rule(each, leaves, groups) for each in said.get("all", said.get("any"))]
    decisive = "any" in said
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


def _most(
    said: Mapping[str, Any] | None, answers: Answers, numbers: Mapping[str, Decimal | None]
) -> Decimal | None:
    if said is None:
        return None
    terms = {key: said[key] for key in (*NUMBERS, *SAID) if key in said}
    known: dict[str, Any] = {key: numbers[name] for key, name in terms.items() if key in NUMBERS}
    known |= {key: answers.get(name) for key, name in terms.items() if key in SAID}
    shares = _shares(said, answers, numbers)
    if None in known.values() or None in shares:
        return None
    exact = {key: Decimal(str(value)) for key, value in known.items()}
    return _worth(said["kind"], exact, max(shares, default=Decimal(0)))


def _shares(
    said: Mapping[str, Any], answers: Answers, numbers: Mapping[str, Decimal | None]
) -> list[Any]:
    """Of the tiers that may hold; all of them where one is not published."""
    tiers = said.get("tiers", [])
    if any(numbers[tier["share"]] is None for tier in tiers):
        return [None]
    found = []
    for tier in tiers:
        answer = answers.get(tier["when"]) if "when" in tier else True
        if answer is not False:
            found.append(numbers[tier["share"]])
        if answer is True:
            break
    return found


def _worth(kind: str, of: Mapping[str, Decimal], share: Decimal) -> Decimal:
    if kind == "cost_share":
        return _cents(min(of["cap"], share * of["cost"] / 100))
    if kind == "co_investment":
        bounds = [of["cap"], of["ratio"] * of["money"]]
        bounds += [of["share"] * of["round"] / 100] if {"share", "round"} <= of.keys() else []
        return _cents(min(bounds))
    month = _cents(min(of["cap"], of["monthly"] * of.get("share", Decimal(100)) / 100))
    return _cents(month * min(of["months"], of["most_months"]) * of.get("heads", Decimal(1)))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), rounding=ROUND_DOWN)
