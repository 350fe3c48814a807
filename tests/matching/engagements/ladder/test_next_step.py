"""The next step over all that can have been done and all roles: at most one, upwards, or none."""

from dataclasses import replace
from itertools import chain, combinations, product

import pytest

from matching.engagements.ladder.rungs import COMPANIES, LADDER, PROPOSED, ROLES, height_of
from matching.engagements.ladder.steps import Standing, next_step
from matching.pairings.registry import all_pairings

PAIRINGS = tuple(all_pairings())
EVERYBODY = frozenset(PAIRINGS)


def subsets(values):
    ordered = sorted(values)
    sizes = range(len(ordered) + 1)
    return [frozenset(each) for size in sizes for each in combinations(ordered, size)]


ALL = [
    Standing(roles=roles, done=done, met=EVERYBODY)
    for roles, done in product(subsets(ROLES), subsets(PAIRINGS))
]
WITH_A_STEP = [standing for standing in ALL if next_step(standing)]


def slug_of(**said) -> str:
    step = next_step(Standing(**{"met": EVERYBODY} | said))
    return step.rung.slug if step else ""


def test_the_whole_space_is_walked_and_much_of_it_has_a_step():
    assert len(ALL) == 2 ** len(ROLES) * 2 ** len(PAIRINGS)
    assert len(ALL) > len(WITH_A_STEP) > len(ALL) / 3


def test_every_pairing_stands_on_one_rung():
    assert sorted(chain(*(rung.counts for rung in LADDER))) == sorted(PAIRINGS)
    assert all(rung.pairing in rung.counts for rung in LADDER)


def test_nothing_is_proposed_before_something_came_true():
    assert not [standing for standing in WITH_A_STEP if not standing.done]


def test_whoever_is_no_member_of_the_diaspora_reads_of_no_step():
    assert not [standing for standing in WITH_A_STEP if not standing.roles]


def test_what_was_done_is_never_proposed_and_nothing_below_the_highest_of_it():
    for standing in WITH_A_STEP:
        rung = next_step(standing).rung
        assert not rung.counts & standing.done
        assert LADDER.index(rung) > max(map(height_of, standing.done))


def test_a_step_is_open_to_a_role_that_is_held_or_to_the_one_that_it_adds():
    for standing in WITH_A_STEP:
        step = next_step(standing)
        if step.adds:
            assert step.adds == "investor"
            assert not step.rung.roles & standing.roles
        else:
            assert step.rung.roles & standing.roles


def test_whoever_holds_no_company_is_led_to_no_intern_and_no_team():
    for standing in ALL:
        if not standing.roles & COMPANIES:
            step = next_step(standing)
            assert step is None or step.rung.slug == "invest"


def test_the_lowest_that_fits_comes_first():
    for standing in WITH_A_STEP:
        rung = next_step(standing).rung
        height = max(map(height_of, standing.done))
        between = LADDER[height + 1 : LADDER.index(rung)]
        assert not [lower for lower in between if lower.roles & standing.roles or lower.added]


def test_once_one_has_invested_nothing_is_left_to_propose():
    assert not [each for each in WITH_A_STEP if "investing" in each.done]


def test_nothing_is_proposed_while_something_waits_or_hurts():
    assert not [each for each in ALL if next_step(replace(each, is_calm=False))]


def test_nothing_is_proposed_where_nobody_is_there_to_be_met():
    for standing in ALL:
        assert next_step(replace(standing, met=frozenset())) is None
        for missing in PAIRINGS:
            step = next_step(replace(standing, met=EVERYBODY - {missing}))
            assert step is None or step.rung.pairing != missing


def test_a_step_that_rests_has_no_substitute():
    for standing in WITH_A_STEP:
        rests = frozenset({next_step(standing).rung.slug})
        assert next_step(replace(standing, rests=rests)) is None


def test_while_a_higher_step_is_taken_no_other_is_named():
    for standing in WITH_A_STEP:
        above = LADDER[max(map(height_of, standing.done)) + 1 :]
        for begun in chain(*(rung.counts for rung in above)):
            assert next_step(replace(standing, begun=frozenset({begun}))) is None


def test_what_goes_on_below_stands_in_no_way():
    for standing in WITH_A_STEP:
        assert next_step(replace(standing, begun=standing.done)) == next_step(standing)


@pytest.mark.parametrize(
    ("roles", "done", "slug"),
    [
        ({"mentor"}, {"mentorship"}, "invest"),
        ({"mentor", "diaspora"}, {"mentorship"}, "host"),
        ({"diaspora"}, {"internships"}, "contract"),
        ({"diaspora"}, {"hiring"}, "contract"),
        ({"international"}, {"contracting"}, "invest"),
        ({"investor", "diaspora"}, {"contracting"}, "invest"),
        ({"investor"}, {"investing"}, ""),
        ({"diaspora"}, set(), ""),
    ],
)
def test_the_ladder_as_it_is_meant(roles, done, slug):
    assert slug_of(roles=frozenset(roles), done=frozenset(done)) == slug


def test_each_step_that_may_be_proposed_has_its_words():
    assert all(rung.done and rung.title and rung.why for rung in PROPOSED)
