"""What does not belong together is refused in a sentence, and never guessed."""

from dataclasses import replace

import numpy as np
import pytest

from matching.rounds.rankings import LAST, NOBODY, Rankings

LISTS = {"residents": {1: [7, 8], 2: [8]}, "hosts": {7: [1], 8: [2, 1]}}
GOOD = Rankings.from_lists(**LISTS, capacities={7: 1, 8: 2})


def pairs(*rows):
    return np.array(rows, np.int32).reshape(-1, 2)


def test_lists_become_pairs_with_the_ranks_of_both_sides():
    assert GOOD.ptr.tolist() == [0, 2, 3]
    assert GOOD.pairs.tolist() == [[0, 0], [1, 1], [1, 0]]
    assert GOOD.residents.tolist() == [0, 0, 1]


def test_only_pairs_who_would_take_each_other_stand():
    one_sided = Rankings.from_lists({1: [7], 2: [7]}, {7: [2], 8: [1]}, {7: 1, 8: 1})
    assert (one_sided.ptr.tolist(), one_sided.pairs.tolist()) == ([0, 0, 1], [[0, 0]])


def test_people_stand_in_the_order_of_their_ids():
    mixed = Rankings.from_lists({2: [8], 1: [7, 8]}, {8: [2, 1], 7: [1]}, {8: 2, 7: 1})
    assert mixed.pairs.tolist() == GOOD.pairs.tolist()
    assert (mixed.host_ids.tolist(), mixed.capacities.tolist()) == ([7, 8], [1, 2])


def test_an_assignment_is_told_by_ids():
    assert GOOD.by_id(np.array([NOBODY, 1], np.int32)) == {2: 8}


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        ({"residents": {1: [7, 7], 2: []}}, "Resident 1 lists 7 twice"),
        ({"residents": {1: [9], 2: []}}, "Resident 1 lists 9, who is not in the round"),
        ({"hosts": {7: [1, 1], 8: []}}, "Host 7 lists 1 twice"),
        ({"hosts": {7: [3], 8: []}}, "Host 7 lists 3, who is not in the round"),
        ({"residents": {1: [7, 8]}}, "Host 8 lists 2, who is not in the round"),
        ({"capacities": {7: 1}}, "give every host its capacity"),
        ({"capacities": {7: 1, 8: -1}}, "Host 8 has a capacity below 0"),
    ],
)
def test_lists_that_cannot_be_meant_are_refused(lists, sentence):
    with pytest.raises(ValueError, match=sentence):
        Rankings.from_lists(**{**LISTS, "capacities": {7: 1, 8: 2}, **lists})


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"pairs": pairs((0, 0), (0, 1), (1, 0))}, "Resident 1 lists host 7 twice"),
        ({"pairs": pairs((0, 0), (1, 5), (1, 5))}, "Host 8 gives rank 5 to two residents: break"),
        ({"pairs": pairs((0, 0), (2, 1), (1, 0))}, "not among the 2 hosts"),
        ({"pairs": pairs((0, 0), (-1, 1), (1, 0))}, "not among the 2 hosts"),
        ({"pairs": pairs((0, -1), (1, 1), (1, 0))}, "A rank is not within 0"),
        ({"pairs": pairs((0, LAST + 1), (1, 1), (1, 0))}, "A rank is not within 0"),
        ({"pairs": GOOD.pairs.astype(np.int64)}, "Pairs are not int32 in two columns"),
        ({"pairs": GOOD.pairs.ravel()}, "Pairs are not int32 in two columns"),
        ({"ptr": np.array([0, 3])}, "pointers are not int64, one a resident"),
        ({"ptr": np.array([0, 2, 2])}, "pointers do not ascend"),
        ({"ptr": np.array([0, 4, 3])}, "pointers do not ascend"),
        ({"ptr": np.array([1, 2, 3])}, "pointers do not ascend"),
        ({"capacities": np.array([1])}, "capacities are not int64, one a host"),
        ({"capacities": np.array([1.0, 2.0])}, "capacities are not int64, one a host"),
        ({"capacities": np.array([-2, 2])}, "Host 7 has a capacity below 0"),
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(arrays, sentence):
    with pytest.raises(ValueError, match=sentence):
        replace(GOOD, **arrays)


def test_gaps_between_ranks_do_no_harm():
    assert len(replace(GOOD, pairs=pairs((0, LAST), (1, 90), (1, 4)))) == 3
