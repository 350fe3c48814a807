"""An explanation adds up to the score, and every lift it promises comes true."""

import random
from dataclasses import replace

import pytest

from matching.engine.criteria import Weights
from matching.engine.explanation import Lift, SideName, explain, lifts
from matching.engine.oracle import harmonic, score
from matching.engine.parties import Asked, Holder, Requirer
from tests.matching.engine.criteria_sets import EIGHT, SETS, SMALLEST
from tests.matching.engine.draws import draw_holders, draw_requirers, draw_weights, levels, overlaps

EVEN: Weights = {"skills": (400, 400), "hours": (300, 300), "pay": (300, 300)}
HOLDER = Holder(1, (1,), (0b001,), {10: 2})
REQUIRER = Requirer(2, (3,), (0b011,), (2,), {10: Asked(3), 11: Asked(5), 12: Asked(1)})


def test_an_explanation_states_both_sides_in_full() -> None:
    explanation = explain(HOLDER, REQUIRER, SMALLEST, EVEN)

    assert [(f.name, f.value, f.state) for f in explanation.findings] == [
        ("skills", 333, "partly"),
        ("hours", 500, "partly"),
        ("pay", 750, "partly"),
    ]
    assert explanation.holder_total == 400 * 333 + 300 * 500 + 300 * 750
    assert explanation.score == explanation.holder_total
    assert explanation.held_skills == (10,)
    assert explanation.missing_skills == (11, 12)


def test_a_skill_below_the_level_asked_earns_part_and_can_be_raised() -> None:
    asked = replace(REQUIRER, skills={10: Asked(3, 4), 11: Asked(1)})
    holder = replace(HOLDER, skills={10: 2, 11: 1})

    explanation = explain(holder, asked, SMALLEST, EVEN)
    (raised,) = [x for x in lifts(holder, asked, SMALLEST, EVEN, "holder") if x.name == "skills"]

    assert explanation.findings[0].value == 1000 * (3 * 6 + 1 * 20) // (4 * 20)
    assert (explanation.held_skills, explanation.short_skills) == ((10, 11), (10,))
    assert (raised.code, raised.skill_level) == (10, 4)


def test_a_veto_is_named_and_leaves_no_score() -> None:
    explanation = explain(replace(HOLDER, masks=(0,)), REQUIRER, SMALLEST, EVEN)

    assert (explanation.score, explanation.vetoes) == (None, ("hours",))
    assert explanation.holder_total == 400 * 333 + 300 * 750


def test_what_was_not_said_counts_400_and_says_who_was_silent() -> None:
    silent = replace(HOLDER, levels=(None,), masks=(None,), skills={})

    explanation = explain(silent, replace(REQUIRER, needs=(0,)), SMALLEST, EVEN)

    said = [(f.value, f.said_by_holder, f.said_by_requirer) for f in explanation.findings]
    assert said == [(0, False, True), (400, False, False), (400, False, True)]
    assert {finding.state for finding in explanation.findings} == {"not said"}


@pytest.mark.parametrize("name", SETS)
def test_totals_make_the_oracles_score(name: str) -> None:
    rng = random.Random(7)
    criteria = SETS[name]
    weights = draw_weights(rng, criteria)
    for holder in draw_holders(rng, criteria, 20):
        for requirer in draw_requirers(rng, criteria, 20):
            explanation = explain(holder, requirer, criteria, weights)
            mean = harmonic(explanation.holder_total, explanation.requirer_total)
            assert explanation.score == score(holder, requirer, criteria, weights)
            assert explanation.score == (None if explanation.vetoes else mean)


def test_lifts_of_a_holder_come_best_first_and_only_where_they_gain() -> None:
    found = lifts(HOLDER, REQUIRER, SMALLEST, EVEN, "holder")

    assert [(lift.name, lift.code) for lift in found] == [
        ("skills", 11),
        ("hours", 0b011),
        ("skills", 12),
        ("pay", 0),
    ]


def test_lifts_of_a_requirer_drop_a_skill_or_ask_for_what_is_there() -> None:
    modest = replace(REQUIRER, levels=(1,))

    found = lifts(HOLDER, modest, SMALLEST, EVEN, "requirer")

    assert [(lift.name, lift.code) for lift in found] == [
        ("skills", 11),
        ("pay", 3),
        ("skills", 12),
    ]


def test_a_change_that_removes_the_only_veto_counts() -> None:
    found = lifts(replace(HOLDER, masks=(0,)), REQUIRER, SMALLEST, EVEN, "holder")

    assert [(lift.name, lift.before) for lift in found] == [("hours", None)]


def test_no_single_change_helps_against_two_vetoes() -> None:
    hopeless = replace(HOLDER, masks=(0,), levels=(3,))

    assert lifts(hopeless, replace(REQUIRER, levels=(0,)), SMALLEST, EVEN, "holder") == []


def test_the_nearest_of_equally_good_codes_is_proposed() -> None:
    weights = {c.name: (1000, 1000) if c.name == "pay" else (0, 0) for c in EIGHT}
    holder = Holder(1, (0, 9, 0), (None,) * 4, {})
    requirer = Requirer(2, (0, 12, 0), (None,) * 4, (None,) * 4, {})

    (pay,) = lifts(holder, requirer, EIGHT, weights, "holder")

    assert (pay.name, pay.code, pay.after) == ("pay", 8, 1_000_000)


@pytest.mark.parametrize("side", ["holder", "requirer"])
@pytest.mark.parametrize("name", ["eight", "smallest"])
def test_every_lift_comes_true_when_the_change_is_made(name: str, side: SideName) -> None:
    rng = random.Random(8)
    criteria = SETS[name]
    weights = draw_weights(rng, criteria)
    tried = 0
    for holder in draw_holders(rng, criteria, 12):
        for requirer in draw_requirers(rng, criteria, 12):
            before = score(holder, requirer, criteria, weights)
            found = lifts(holder, requirer, criteria, weights, side)
            assert [lift.after for lift in found] == sorted((x.after for x in found), reverse=True)
            for lift in found:
                changed = _changed(name, holder, requirer, lift)
                assert score(*changed, criteria, weights) == lift.after
                assert lift.before == before
                assert before is None or lift.after > before
                tried += 1
    assert tried > 100


def _changed(name: str, holder: Holder, requirer: Requirer, lift: Lift) -> tuple[Holder, Requirer]:
    if lift.name == "skills":
        if lift.side == "holder":
            return replace(holder, skills={**holder.skills, lift.code: lift.skill_level}), requirer
        kept = {skill: w for skill, w in requirer.skills.items() if skill != lift.code}
        return holder, replace(requirer, skills=kept)
    party: Holder | Requirer = holder if lift.side == "holder" else requirer
    for field, criteria in (("levels", levels(SETS[name])), ("masks", overlaps(SETS[name]))):
        codes = list(getattr(party, field))
        for place, criterion in enumerate(criteria):
            if criterion.name == lift.name:
                codes[place] = lift.code
        party = replace(party, **{field: tuple(codes)})
    if isinstance(party, Holder):
        return party, requirer
    return holder, party
