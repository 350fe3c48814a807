"""The checker knows every fault that is planted, and finds none where there is none."""

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.rounds_population import cohort
from matching.rounds.rankings import NOBODY, Rankings
from matching.rounds.stability import faults
from matching.rounds.stable import assign
from tests.matching.rounds.every import rounds


def found(round_, assignment):
    """The checker's answer to an assignment by ids, blocking pairs by ids."""
    rankings = round_.rankings()
    residents, hosts = rankings.resident_ids.tolist(), rankings.host_ids.tolist()
    places = [hosts.index(assignment[r]) if r in assignment else NOBODY for r in residents]
    faulty = faults(rankings, np.array(places, np.int32))
    return faulty, {(residents[r], hosts[h]) for r, h in faulty.blocking.tolist()}


@settings(deadline=None)
@given(rounds(residents=3))
def test_blocking_pairs_are_those_of_the_definition_in_every_assignment(round_):
    for assignment in round_.everything():
        faulty, blocking = found(round_, assignment)
        assert blocking == round_.blocking(assignment)
        assert bool(faulty) == bool(blocking)


@pytest.fixture(scope="module")
def full():
    """Full lists and more places than people, so that everybody has a host."""
    rankings = cohort(60, 20, places=(1, 12)).rankings
    assignment = assign(rankings)
    assert not faults(rankings, assignment)
    assert (assignment != NOBODY).all()
    return rankings, assignment


def test_a_resident_taken_from_their_host_makes_a_blocking_pair(full):
    rankings, assignment = full
    for resident, host in enumerate(assignment.tolist()):
        planted = assignment.copy()
        planted[resident] = NOBODY
        assert [resident, host] in faults(rankings, planted).blocking.tolist()


def test_a_resident_at_a_host_that_is_full_is_found(full):
    rankings, assignment = full
    taken = np.bincount(assignment, minlength=20)
    full = int(np.flatnonzero(taken == rankings.capacities)[0])
    planted = assignment.copy()
    planted[np.flatnonzero(assignment != full)[0]] = full
    assert faults(rankings, planted).overfull.tolist() == [full]


def test_two_who_change_places_are_found(full):
    """Some change could suit both residents, but then not both of the hosts."""
    rankings, assignment = full
    for resident in range(1, 60):
        if assignment[resident] != assignment[0]:
            planted = assignment.copy()
            planted[[0, resident]] = planted[[resident, 0]]
            assert len(faults(rankings, planted).blocking)


def test_a_pair_that_nobody_wished_is_found_and_everybody_ranked_is_better():
    rankings = Rankings.from_lists({1: [7], 2: []}, {7: [1]}, {7: 1})
    faulty = faults(rankings, np.array([NOBODY, 0], np.int32))
    assert faulty.unacceptable.tolist() == [1]
    assert faulty.blocking.tolist() == [[0, 0]]


@pytest.mark.parametrize("assignment", [[0], [0, 1, 0], [0, 2], [0, -2]])
def test_an_assignment_of_another_round_is_refused(assignment):
    rankings = Rankings.from_lists({1: [7], 2: [8]}, {7: [1], 8: [2]}, {7: 1, 8: 1})
    with pytest.raises(ValueError, match="assigned"):
        faults(rankings, np.array(assignment, np.int32))
