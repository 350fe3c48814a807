"""The most valuable assignment, and what it costs in stability."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip(
    "scipy", reason="the comparison is an extra: pip install -r requirements/dev.txt"
)

from benchmarks.rounds_population import cohort
from matching.rounds import optimal
from matching.rounds.optimal import Comparison, compare, most_valuable
from matching.rounds.rankings import NOBODY, Rankings
from matching.rounds.stable import assign
from tests.matching.rounds.every import rounds


def worth(round_, values, assignment):
    return sum(values[pair] for pair in assignment.items())


@settings(deadline=None)
@given(rounds(), st.randoms(use_true_random=False))
def test_no_assignment_is_worth_more(round_, chance):
    """Some pairs are worth nothing: whether they meet is left open."""
    rankings = round_.rankings()
    residents = rankings.resident_ids.tolist()
    values = {(r, h): chance.randrange(4) for r in residents for h in round_.mutual(r)}
    given_ = np.array(list(values.values()), np.int64)
    found = rankings.by_id(most_valuable(rankings, given_))
    every = list(round_.everything())
    assert found in every
    assert worth(round_, values, found) == max(worth(round_, values, each) for each in every)


def test_both_are_told_with_the_pairs_who_would_leave_the_optimum():
    """Host 7 and resident 1 want each other; together the others are worth more."""
    lists = {1: [7, 8], 2: [7]}, {7: [1, 2], 8: [1]}
    rankings = Rankings.from_lists(*lists, {7: 1, 8: 1})
    values = np.array([50, 40, 30], np.int64)
    assert compare(rankings, values, assign(rankings)) == Comparison(
        value=50, assigned=1, optimal_value=70, optimal_assigned=2, blocking_pairs=1
    )


def test_the_optimum_is_worth_at_least_what_is_stable():
    rankings, values = cohort(90, 30)
    found = compare(rankings, values, assign(rankings))
    assert found.optimal_value > found.value
    assert found.blocking_pairs > 0


def test_where_nobody_may_meet_nobody_is_assigned():
    rankings = Rankings.from_lists({1: [], 2: [7]}, {7: [2]}, {7: 0})
    assert most_valuable(rankings, np.array([5])).tolist() == [NOBODY, NOBODY]


@pytest.mark.parametrize("values", [[1], [1, -1], [[1, 2]]])
def test_values_of_other_pairs_or_below_0_are_refused(values):
    rankings = Rankings.from_lists({1: [7], 2: [7]}, {7: [1, 2]}, {7: 1})
    with pytest.raises(ValueError, match="each of the 2 pairs a value"):
        most_valuable(rankings, np.array(values))


def test_a_round_too_large_to_compare_is_refused_before_it_takes_the_memory(monkeypatch):
    monkeypatch.setattr(optimal, "MOST_CELLS", 3)
    rankings = Rankings.from_lists({1: [7], 2: [7]}, {7: [1, 2]}, {7: 9})
    with pytest.raises(ValueError, match="4 residents x places are too many"):
        most_valuable(rankings, np.array([1, 1]))
