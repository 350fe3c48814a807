"""What a criterion comes to: alternatives are no failures, `not` turns, and nothing is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from grants.evaluation import Truth, evaluate, truth_of
from grants.rules import AllOf, AnyOf, Criterion, Not, Operator, Parameter, Provenance, Rule, Span
from grants.standing import Standing, State, normal, requirements, standings, tally
from tests.grants.test_rules import FACTS, answers, trees

TODAY = date(2026, 11, 26)
OPEN = {"least": Parameter("least", (Span(None, Provenance.PLACEHOLDER),))}


def yes(fact: str) -> Criterion:
    return Criterion(fact, fact, Operator.EQUALS, (True,))


MONTHS = Criterion("age", "months", Operator.AT_LEAST, parameter="least")
EITHER = AnyOf((yes("b"), AllOf((yes("c"), yes("d")))))
RULE = AllOf((yes("a"), EITHER))


def read(rule: Rule, **facts: bool) -> list[Standing]:
    return standings(rule, evaluate(rule, facts, OPEN, as_of=TODAY))


def states(found: list[Standing]) -> dict[str, State]:
    """By criterion, those within groups too."""
    own = {each.criterion.id: each.state for each in found if each.criterion}
    return own | {name: state for each in found for name, state in states(list(each.parts)).items()}


def test_a_way_that_is_met_makes_the_other_not_needed_and_never_a_failure():
    found = read(RULE, a=True, b=False, c=True, d=True)
    assert tally(found)[State.MET] == tally(found).total == 2
    assert states(found)["b"] is State.UNNEEDED
    assert states(read(RULE, a=True, b=True, c=False))["c"] is State.UNNEEDED
    assert states(read(RULE, a=True, b=True))["d"] is State.UNNEEDED


def test_a_way_that_is_missed_while_another_is_open_is_no_failure_either():
    found = read(RULE, a=True, b=False)
    assert states(found) == {
        "a": State.MET, "b": State.OTHERWISE, "c": State.ASKED, "d": State.ASKED,
    }  # fmt: skip
    assert (tally(found)[State.ASKED], tally(found)[State.UNMET]) == (1, 0)


def test_where_no_way_is_left_each_is_not_met():
    found = read(RULE, a=True, b=False, c=False)
    assert states(found) == {
        "a": State.MET, "b": State.UNMET, "c": State.UNMET, "d": State.UNASKED,
    }  # fmt: skip
    assert tally(found)[State.UNMET] == 1


def test_once_it_is_ruled_out_the_rest_is_not_asked():
    assert states(read(AllOf((yes("a"), yes("b"))), a=False)) == {
        "a": State.UNMET, "b": State.UNASKED,
    }  # fmt: skip


def test_what_must_not_be_is_met_where_it_is_not():
    rule = AllOf((Not(yes("a")), Not(AnyOf((yes("b"), yes("c"))))))
    assert len(requirements(rule)) == 3
    assert states(read(rule, a=False, b=True, c=False)) == {
        "a": State.MET, "b": State.UNMET, "c": State.MET,
    }  # fmt: skip


def test_what_waits_for_an_answer_is_read_first_then_unpublished_unmet_met():
    rule = AllOf((yes("a"), MONTHS, yes("b")))
    assert [each.state for each in read(rule, a=True)] == [
        State.ASKED, State.UNPUBLISHED, State.MET,
    ]  # fmt: skip
    assert [each.state for each in read(rule, a=True, b=False)] == [
        State.UNPUBLISHED, State.UNMET, State.MET,
    ]  # fmt: skip


def test_a_requirement_that_is_named_twice_counts_once():
    assert tally(read(AllOf((yes("a"), AllOf((yes("a"), yes("b")))))))[State.ASKED] == 2


@given(trees(st.sampled_from(FACTS)), answers)
def test_the_normal_form_and_its_requirements_say_the_same_as_the_rule(rule, facts):
    found = evaluate(rule, facts, {}, as_of=TODAY)
    truths = {name: result.truth for name, result in found.results.items()}
    assert truth_of(normal(rule), truths) is found.truth
    assert truth_of(AllOf(requirements(rule)), truths) is found.truth


@given(trees(st.sampled_from(FACTS)), answers)
def test_the_requirements_agree_with_the_verdict_and_only_what_is_asked_waits(rule, facts):
    found = evaluate(rule, facts, {}, as_of=TODAY)
    counted = tally(standings(rule, found))
    if found.truth is Truth.MET:
        assert counted[State.MET] == counted.total
    assert (counted[State.UNMET] > 0) is (found.truth is Truth.UNMET)
    assert (counted[State.ASKED] > 0) is bool(found.asks)
