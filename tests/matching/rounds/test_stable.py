"""Everybody's fate in a round: stable, the best it can be for residents, and no use in lying."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.rounds_population import cohort
from matching.rounds.rankings import NOBODY
from matching.rounds.stability import faults
from matching.rounds.stable import assign
from tests.full import FULL
from tests.matching.rounds.every import Round, rounds

many = settings(max_examples=2000 if FULL else 200, deadline=None)


@many
@given(rounds())
def test_no_resident_could_do_better_in_any_stable_assignment(round_):
    found, every = round_.assigned(), round_.stable()
    assert found in every
    for resident in round_.residents:
        places = [round_.place(resident, other) for other in every]
        assert round_.place(resident, found) == min(places)


@many
@given(rounds())
def test_who_has_a_host_and_how_full_each_is_does_not_depend_on_the_stable_assignment(round_):
    """The theorem of the rural hospitals: one that stays below its capacity has the same people."""
    found = round_.assigned()
    for other in round_.stable():
        assert other.keys() == found.keys()
        assert sorted(other.values()) == sorted(found.values())
        for host, capacity in round_.capacities.items():
            people = {resident for resident, its in found.items() if its == host}
            if len(people) < capacity:
                assert people == {resident for resident, its in other.items() if its == host}


@settings(max_examples=400 if FULL else 40, deadline=None)
@given(rounds())
def test_no_resident_gains_by_another_list(round_):
    found = round_.assigned()
    for resident in round_.residents:
        for length in range(len(round_.hosts) + 1):
            for lie in itertools.permutations(round_.hosts, length):
                told = round_._replace(residents={**round_.residents, resident: list(lie)})
                got = {r: h for r, h in told.assigned().items() if r == resident}
                if got.get(resident) in (None, *round_.mutual(resident)):
                    assert round_.place(resident, got) >= round_.place(resident, found)


@given(
    seed=st.integers(0, 2**32 - 1),
    residents=st.integers(0, 120),
    hosts=st.integers(0, 20),
    listed=st.integers(1, 20),
    most_places=st.sampled_from([0, 1, 5, 40, 500]),
)
@settings(max_examples=500 if FULL else 60, deadline=None)
def test_larger_rounds_are_stable_too(seed, residents, hosts, listed, most_places):
    rankings = cohort(residents, hosts, seed, places=(0, most_places), listed=listed).rankings
    assert not faults(rankings, assign(rankings))


@many
@given(rounds(), st.randoms(use_true_random=False))
def test_who_proposes_first_changes_nothing(round_, chance):
    """Residents propose in the order of their ids: here they get others."""
    names = dict(
        zip(round_.residents, chance.sample(range(900), len(round_.residents)), strict=True)
    )
    renamed = Round(
        {names[resident]: listed for resident, listed in round_.residents.items()},
        {host: [names[resident] for resident in its] for host, its in round_.hosts.items()},
        round_.capacities,
    )
    found = round_.assigned()
    assert renamed.assigned() == {names[resident]: host for resident, host in found.items()}


def test_a_round_of_a_cohort_is_stable_and_full():
    rankings = cohort(3000, 1000).rankings
    found = assign(rankings)
    assert not faults(rankings, found)
    places = rankings.capacities.sum()
    assert np.count_nonzero(found != NOBODY) == min(3000, places)


def test_residents_get_their_wish_where_both_sides_are_content():
    """Two stable assignments: the residents' wishes win."""
    round_ = Round({1: [7, 8], 2: [8, 7]}, {7: [2, 1], 8: [1, 2]}, {7: 1, 8: 1})
    assert round_.stable() == [{1: 7, 2: 8}, {1: 8, 2: 7}]
    assert round_.assigned() == {1: 7, 2: 8}


def test_who_is_pushed_out_goes_on_down_the_list():
    round_ = Round({1: [7, 8], 2: [7]}, {7: [2, 1], 8: [1]}, {7: 1, 8: 1})
    assert round_.assigned() == {1: 8, 2: 7}


def test_a_host_keeps_its_best_of_many():
    people = range(1, 10)
    round_ = Round({n: [7] for n in people}, {7: [5, 3, 9, 1, 2, 4, 6, 7, 8]}, {7: 4})
    assert round_.assigned() == dict.fromkeys([1, 3, 5, 9], 7)


def test_a_host_without_places_takes_nobody():
    assert Round({1: [7, 8]}, {7: [1], 8: [1]}, {7: 0, 8: 1}).assigned() == {1: 8}


def test_a_host_never_takes_who_is_not_on_its_list():
    assert Round({1: [7], 2: [7]}, {7: [2]}, {7: 5}).assigned() == {2: 7}


def test_a_resident_is_never_sent_where_they_did_not_ask_to_go():
    assert Round({1: []}, {7: [1]}, {7: 1}).assigned() == {}


@pytest.mark.parametrize("round_", [Round({}, {}, {}), Round({1: []}, {}, {})])
def test_where_there_is_nobody_nobody_is_assigned(round_):
    assert round_.assigned() == {}


def test_an_enormous_capacity_is_as_good_as_one_that_suffices():
    lists = {1: [7], 2: [7]}, {7: [2, 1]}
    assert Round(*lists, {7: 10**12}).assigned() == Round(*lists, {7: 2}).assigned()
