"""The logic of eligibility: truth tables, two kinds of unknown, and an oracle that tries all."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grants.evaluation import Truth, Verdict, Why, evaluate, truth_of
from grants.rules import (
    AllOf,
    AnyOf,
    Criterion,
    Not,
    Operator,
    Parameter,
    Provenance,
    Rule,
    Span,
    criteria_of,
)

TODAY = date(2026, 11, 26)
MET, UNMET, UNKNOWN = Truth.MET, Truth.UNMET, Truth.UNKNOWN
FACTS = ("a", "b", "c", "d", "e", "f")


def yes(fact: str, name: str = "") -> Criterion:
    return Criterion(name or fact, fact, Operator.EQUALS, (True,))


def months(parameter: str = "least") -> Criterion:
    return Criterion("age", "months", Operator.AT_LEAST, parameter=parameter)


def of(value: int | None, **days: date) -> Parameter:
    number = None if value is None else Decimal(value)
    provenance = Provenance.PLACEHOLDER if value is None else Provenance.PUBLISHED
    return Parameter("least", (Span(number, provenance, **days),))


@pytest.mark.parametrize(
    ("first", "second", "both", "either"),
    [
        (MET, MET, MET, MET),
        (MET, UNKNOWN, UNKNOWN, MET),
        (MET, UNMET, UNMET, MET),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, UNMET, UNMET, UNKNOWN),
        (UNMET, UNMET, UNMET, UNMET),
    ],
)
def test_the_truth_table_is_that_of_strong_kleene(first, second, both, either):
    for one, other in ((first, second), (second, first)):
        truths = {"a": one, "b": other}
        assert truth_of(AllOf((yes("a"), yes("b"))), truths) is both
        assert truth_of(AnyOf((yes("a"), yes("b"))), truths) is either


def test_the_opposite_of_what_nobody_said_is_not_a_pass():
    found = evaluate(Not(yes("a")), {}, {}, as_of=TODAY)
    assert (found.truth, found.verdict, found.asks) == (UNKNOWN, Verdict.NEEDS_ANSWERS, ("a",))


def test_what_the_programme_has_not_published_is_never_asked_of_anybody():
    said = evaluate(months(), {"months": 14}, {"least": of(None)}, as_of=TODAY)
    unsaid = evaluate(months(), {}, {"least": of(None)}, as_of=TODAY)
    for found in (said, unsaid):
        assert (found.verdict, found.asks) == (Verdict.RULE_NOT_PUBLISHED, ())
        assert found.results["age"].why is Why.RULE
    assert said.results["age"].said == 14


def test_an_answer_that_can_still_rule_out_is_asked_for_beside_an_unpublished_number():
    rule = AllOf((months(), yes("a")))
    found = evaluate(rule, {"months": 14}, {"least": of(None)}, as_of=TODAY)
    assert (found.verdict, found.asks) == (Verdict.NEEDS_ANSWERS, ("a",))
    ruled_out = evaluate(rule, {"a": False}, {"least": of(None)}, as_of=TODAY)
    assert ruled_out.verdict is Verdict.DOES_NOT_MEET


def test_an_answer_that_changes_nothing_any_more_is_not_asked_for():
    rule = AllOf((AnyOf((yes("a"), yes("b"))), AnyOf((yes("c"), yes("d")))))
    assert set(evaluate(rule, {"a": True}, {}, as_of=TODAY).asks) == {"c", "d"}
    assert evaluate(rule, {"a": False, "b": False}, {}, as_of=TODAY).asks == ()


def test_the_most_decisive_question_comes_first():
    rule = AllOf((AnyOf((yes("a"), yes("b"))), yes("c")))
    assert evaluate(rule, {}, {}, as_of=TODAY).asks[0] == "c"


@pytest.mark.parametrize(("said", "truth"), [(5, UNMET), (6, MET), (7, MET)])
def test_at_least_includes_the_number_itself(said, truth):
    found = evaluate(months(), {"months": said}, {"least": of(6)}, as_of=TODAY)
    assert found.truth is truth


def test_a_number_holds_for_its_days_and_no_other_is_taken_instead():
    of_2026 = of(6, valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    for day, truth in (
        (date(2025, 12, 31), UNKNOWN),
        (date(2026, 1, 1), MET),
        (date(2026, 12, 31), MET),
        (date(2027, 1, 1), UNKNOWN),
    ):
        assert evaluate(months(), {"months": 9}, {"least": of_2026}, as_of=day).truth is truth


def test_a_word_is_neither_more_nor_less_than_a_number():
    with pytest.raises(TypeError, match="is no number"):
        evaluate(months(), {"months": "many"}, {"least": of(6)}, as_of=TODAY)


# Below, every fact is yes, no or unsaid, and an oracle tries each way to answer the unsaid.


def trees(names: st.SearchStrategy[str]) -> st.SearchStrategy[Rule]:
    leaves = names.map(yes)
    groups = lambda part: st.lists(part, min_size=1, max_size=3).map(tuple)  # noqa: E731
    return st.recursive(
        leaves,
        lambda part: groups(part).map(AllOf) | groups(part).map(AnyOf) | part.map(Not),
        max_leaves=8,
    )


@st.composite
def read_once(draw: st.DrawFn) -> Rule:
    """Each fact in one criterion only, as published rules have them."""

    def build(names: tuple[str, ...]) -> Rule:
        if len(names) == 1:
            rule: Rule = yes(names[0])
        else:
            cut = draw(st.integers(1, len(names) - 1))
            parts = (build(names[:cut]), build(names[cut:]))
            rule = draw(st.sampled_from((AllOf, AnyOf)))(parts)
        return Not(rule) if draw(st.booleans()) else rule

    return build(tuple(draw(st.permutations(FACTS)))[: draw(st.integers(1, len(FACTS)))])


answers = st.dictionaries(st.sampled_from(FACTS), st.booleans())


def completions(rule: Rule, facts: dict[str, bool]) -> Iterator[dict[str, bool]]:
    unsaid = sorted({leaf.fact for leaf in criteria_of(rule)} - set(facts))
    for values in product((True, False), repeat=len(unsaid)):
        yield facts | dict(zip(unsaid, values, strict=True))


def truths_of_all(rule: Rule, facts: dict[str, bool]) -> set[Truth]:
    return {evaluate(rule, full, {}, as_of=TODAY).truth for full in completions(rule, facts)}


def matters(rule: Rule, facts: dict[str, bool], fact: str) -> bool:
    """Whether some way to answer the others lets this one decide."""
    return any(
        len({evaluate(rule, full | {fact: way}, {}, as_of=TODAY).truth for way in (True, False)})
        > 1
        for full in completions(rule, facts)
    )


@given(trees(st.sampled_from(FACTS)), answers)
def test_what_is_settled_no_answer_can_change(rule, facts):
    found = evaluate(rule, facts, {}, as_of=TODAY)
    if found.truth is not UNKNOWN:
        assert truths_of_all(rule, facts) == {found.truth}
    needed = {fact for fact in FACTS if fact not in facts and matters(rule, facts, fact)}
    assert needed <= set(found.asks)


@given(read_once(), answers)
def test_equal_to_the_oracle_that_tries_every_completion(rule, facts):
    found, possible = evaluate(rule, facts, {}, as_of=TODAY), truths_of_all(rule, facts)
    assert found.truth is (possible.pop() if len(possible) == 1 else UNKNOWN)
    unsaid = {leaf.fact for leaf in criteria_of(rule)} - set(facts)
    assert set(found.asks) == {fact for fact in unsaid if matters(rule, facts, fact)}


@given(trees(st.sampled_from(FACTS)), answers, st.sampled_from(FACTS), st.booleans())
def test_answering_never_flips_what_is_settled(rule, facts, fact, said):
    before = evaluate(rule, facts, {}, as_of=TODAY)
    after = evaluate(rule, {fact: said} | facts, {}, as_of=TODAY)
    assert before.truth in (UNKNOWN, after.truth)


@given(trees(st.sampled_from(FACTS)), answers)
def test_the_order_of_criteria_is_irrelevant(rule, facts):
    here, there = (evaluate(each, facts, {}, as_of=TODAY) for each in (rule, turned(rule)))
    assert (here.truth, here.verdict, set(here.asks)) == (
        there.truth, there.verdict, set(there.asks),
    )  # fmt: skip
    assert evaluate(rule, facts, {}, as_of=TODAY) == here


def turned(rule: Rule) -> Rule:
    match rule:
        case AllOf(parts):
            return AllOf(tuple(map(turned, reversed(parts))))
        case AnyOf(parts):
            return AnyOf(tuple(map(turned, reversed(parts))))
        case Not(part):
            return Not(turned(part))
    return rule
