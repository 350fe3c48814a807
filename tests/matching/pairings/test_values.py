"""What facts are worth: exact cases, and what must hold for every pair of codes."""

import pytest

from matching.engine.criteria import UNSAID
from matching.pairings import values
from profiles.models import Profile

MODES = {"onsite": values.ONSITE, "hybrid": values.HYBRID, "remote": values.REMOTE}


def at(region, mode):
    return region * values.MODES + MODES[mode]


@pytest.mark.parametrize(
    ("person", "post", "worth"),
    [
        (at(0, "remote"), at(4, "remote"), 1000),
        (at(0, "onsite"), at(4, "remote"), 800),
        (at(0, "hybrid"), at(0, "hybrid"), 1000),
        (at(0, "onsite"), at(0, "hybrid"), 700),
        (at(0, "remote"), at(0, "onsite"), 200),
        (at(0, "onsite"), at(4, "onsite"), 300),
        (at(0, "remote"), at(4, "onsite"), None),
        (at(0, "remote"), at(4, "hybrid"), None),
    ],
)
def test_a_place_of_work(person, post, worth):
    assert values.place(person, post) == worth


def test_a_floor_above_the_ceiling_rules_out_and_room_is_worth_more():
    assert [values.pay(12, ceiling) for ceiling in (11, 12, 14, 20, 60)] == [
        None, 600, 700, 1000, 1000,
    ]  # fmt: skip


def test_seniority_below_costs_more_than_above():
    assert [values.seniority(have, 2) for have in range(5)] == [300, 650, 1000, 800, 600]


def test_a_mentor_is_never_behind():
    assert [values.experience_ahead(3, mentee) for mentee in range(5)] == [
        1000,
        1000,
        700,
        400,
        None,
    ]


@pytest.mark.parametrize(("has", "worth"), [(0, None), (4, None), (5, 500), (9, 900), (10, 1000)])
def test_less_than_half_of_what_is_needed_rules_out(has, worth):
    assert values.enough(has, 10) == worth


def test_nothing_needed_is_always_enough():
    assert values.enough(0, 0) == 1000


def test_hours_a_month():
    assert [values.hours_a_month(offered, 4) for offered in (0, 1, 3, 4, 9)] == [
        None, 250, 750, 1000, 1000,
    ]  # fmt: skip


def test_no_shared_hour_rules_out():
    assert [values.shared_or_ruled_out(common, 4) for common in (0, 1, 4, 8)] == [
        None, 250, 1000, 1000,
    ]  # fmt: skip


def test_sectors_help_and_never_rule_out():
    assert [values.shared(common, 3) for common in range(5)] == [0, 600, 800, 1000, 1000]
    assert values.shared(1, 1) == 1000


def test_one_shared_way_is_enough():
    assert [values.any_or_ruled_out(common, 3) for common in range(3)] == [None, 1000, 1000]


def test_more_of_the_ticket_is_worth_more():
    assert [values.ticket(common, 4) for common in (0, 1, 2, 4)] == [None, 700, 800, 1000]


def test_who_is_not_known_yet_stands_between_who_answers_and_who_does_not():
    seldom, slowly, few_days, within_a_day = (values.ANSWERING[code] for code in Profile.Answering)
    assert seldom < slowly < UNSAID < few_days < within_a_day
    assert UNSAID - slowly == few_days - UNSAID


def test_each_answering_is_of_one_side_alone():
    codes = Profile.Answering
    assert [[values.holder_answers(h, r) for r in codes] for h in codes] == [
        [worth] * 4 for worth in values.ANSWERING
    ]
    assert [[values.requirer_answers(h, r) for h in codes] for r in codes] == [
        [worth] * 4 for worth in values.ANSWERING
    ]


ANY, ASKED = 0, range(5)
LEVELS = range(1, 5)


def test_a_skill_earns_less_with_each_level_that_is_wanting():
    assert [values.skill_credit(held, 4) for held in (4, 3, 2, 1)] == [20, 12, 6, 3]


@pytest.mark.parametrize("held", LEVELS)
def test_a_skill_earns_all_at_the_level_asked_above_it_and_where_any_will_do(held):
    assert {values.skill_credit(held, asked) for asked in (ANY, *range(1, held + 1))} == {20}


@pytest.mark.parametrize("asked", ASKED)
def test_a_skill_that_is_only_told_of_earns_no_more_than_the_least_that_can_be_said(asked):
    told = values.skill_credit(values.RELATED, asked)
    assert 0 < told <= min(values.skill_credit(held, asked) for held in LEVELS)
