"""Pairings are found by themselves, and a mistake in one is a sentence."""

from dataclasses import replace

import pytest

from matching.engine.criteria import Coverage, Level
from matching.engine.oracle import score
from matching.pairings import registry
from matching.pairings.facts import Facts
from matching.pairings.registry import PairingError, check
from profiles.models import Profile

EXPECTED = {
    "contracting": ("hiring", "candidacy", {"firm"}, {"firm"}),
    "hiring": ("hiring", "candidacy", {"firm"}, {"graduate"}),
    "internships": ("internships", "candidacy", {"firm"}, {"graduate"}),
    "investing": ("investing", "candidacy", {"investor"}, {"firm"}),
    "mentorship": ("mentorship", "opening", {"mentor"}, {"graduate", "firm"}),
}


def test_the_five_pairings_are_those_of_the_design():
    found = {
        slug: (p.pillar, p.holder, set(p.owner_kinds), set(p.candidate_kinds))
        for slug, p in registry.all_pairings().items()
    }
    assert found == EXPECTED


def test_they_come_by_pillar_as_on_the_home_page():
    assert list(registry.all_pairings()) == [
        "hiring", "contracting", "internships", "investing", "mentorship",
    ]  # fmt: skip


@pytest.mark.parametrize("slug", EXPECTED)
def test_each_side_of_every_pairing_weighs_1000(slug):
    pairing = registry.get(slug)
    assert [sum(rule.weights[side] for rule in pairing.rules) for side in (0, 1)] == [1000, 1000]


@pytest.mark.parametrize("slug", EXPECTED)
def test_how_one_side_answers_counts_a_little_for_the_other_alone(slug):
    """All other weights are what they were, times 0.96, so that nothing else has shifted."""
    weights = dict(registry.get(slug).weights)
    answering = weights.pop("holder_answers"), weights.pop("requirer_answers")
    assert answering == ((0, 40), (40, 0))
    assert all(weight % 48 == 0 for pair in weights.values() for weight in pair)


@pytest.mark.parametrize("slug", EXPECTED)
def test_answering_is_called_after_who_answers(slug):
    pairing = registry.get(slug)
    called = {"opening": "Owner answers", "candidacy": "Candidate answers"}
    assert [str(pairing.rule(f"{role}_answers").label) for role in ("holder", "requirer")] == [
        called[pairing.holder], called[pairing.requirer],
    ]  # fmt: skip


@pytest.mark.parametrize("slug", EXPECTED)
def test_who_is_not_known_yet_ranks_above_who_does_not_answer(slug):
    """Of each side, with all else equal and unsaid; nothing of it is ever a veto."""
    pairing, nothing = registry.get(slug), Facts(id=1, profile_id=1)
    known = [None, *Profile.Answering]
    for facts in ([(replace(nothing, answers=code), nothing) for code in known],
                  [(nothing, replace(nothing, answers=code)) for code in known]):  # fmt: skip
        unknown, seldom, slowly, few_days, within_a_day = (
            score(pairing.holder_of(h), pairing.requirer_of(r), pairing.criteria, pairing.weights)
            for h, r in facts
        )
        assert seldom < slowly < unknown < few_days < within_a_day


@pytest.mark.parametrize("slug", EXPECTED)
def test_every_pairing_can_rule_a_pair_out(slug):
    vetoes = {
        rule.name
        for rule in registry.get(slug).rules
        if not isinstance(rule.measure, Coverage) and rule.measure.value(0, 1) is None
    }
    assert vetoes


def test_an_unknown_pairing_names_those_there_are():
    with pytest.raises(LookupError, match="choose one of hiring, contracting, internships"):
        registry.get("dating")


@pytest.fixture
def hiring():
    return registry.get("hiring")


def test_a_file_without_a_pairing_in_it_is_named():
    with pytest.raises(PairingError, match=r"matching/pairings/dating\.py: PAIRING must be"):
        check("dating", {"slug": "dating"})


def test_a_slug_unlike_its_file_is_refused(hiring):
    with pytest.raises(PairingError, match="call its slug 'jobs' like the file"):
        check("jobs", hiring)


def test_weights_that_do_not_add_up_are_refused(hiring):
    light = replace(hiring.rules[0], weights=(143, 384))
    with pytest.raises(PairingError, match="holder's weights add up to 999"):
        check("hiring", replace(hiring, rules=(light, *hiring.rules[1:])))


def test_a_value_out_of_range_is_refused(hiring):
    odd = replace(hiring.rules[1], measure=Level("seniority", lambda h, r: 1001, size=5))
    with pytest.raises(PairingError, match=r"seniority.*return a whole number of 0 to 1000"):
        check("hiring", replace(hiring, rules=(hiring.rules[0], odd, *hiring.rules[2:])))


def test_a_criterion_declared_twice_is_refused(hiring):
    with pytest.raises(PairingError, match="Rename one “skills”"):
        check("hiring", replace(hiring, rules=(*hiring.rules, hiring.rules[0])))


def test_a_pairing_for_nobody_is_refused(hiring):
    with pytest.raises(PairingError, match="at least one owner kind"):
        check("hiring", replace(hiring, candidate_kinds=frozenset()))


def test_a_holder_that_is_neither_side_is_refused(hiring):
    with pytest.raises(PairingError, match="'opening' or 'candidacy'"):
        check("hiring", replace(hiring, holder="firm"))
