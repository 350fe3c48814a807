"""Recall and AUC on rankings small enough to count by hand."""

import numpy as np
import pytest

from matching.measures import Measurement, Question, auc, aucs, matched_aucs, recall


def scores(*values):
    return np.array(values, float)


def places(*values):
    return np.array(values, np.int64)


def test_recall_is_the_share_of_positives_among_the_best():
    assert recall(2, scores(9, 8, 7, 6), places(0, 2)) == 0.5


def test_ties_at_the_border_count_as_if_drawn_by_lot():
    assert recall(2, scores(9, 5, 5, 5), places(1)) == pytest.approx(1 / 3)


def test_who_is_ruled_out_is_never_in_a_list():
    assert recall(10, scores(3, -1), places(1)) == 0


def test_auc_is_the_share_of_others_that_are_beaten_and_half_of_those_even():
    found = auc(scores(5, 0), scores(1, 5, 9, 2))
    assert found.tolist() == [(2 + 0.5) / 4, 0]


def test_positives_are_not_compared_with_each_other():
    question = Question(places(0, 1), np.zeros(4, np.int64))
    assert aucs(scores(9, 8, 7, 8.5), question) == [1.0, 0.5]


def test_the_matched_auc_compares_with_the_100_nearest_in_popularity():
    """110 of the same popularity score low, 500 unpopular ones would be beaten or not."""
    popularity = np.array([7] + [7] * 100 + [0] * 500, np.int64)
    question = Question(places(0), popularity)
    ranked = np.concatenate([[5.0], np.full(100, 1.0), np.full(500, 9.0)])
    assert matched_aucs(ranked, question, np.random.default_rng(1)) == [1.0]


def test_where_too_few_are_as_popular_the_nearest_fill_up():
    popularity = np.array([7] + [7] * 50 + [6] * 50 + [0] * 500, np.int64)
    ranked = np.concatenate([[5.0], np.full(50, 1.0), np.full(50, 9.0), np.full(500, 9.0)])
    question = Question(places(0), popularity)
    assert matched_aucs(ranked, question, np.random.default_rng(1)) == [0.5]


def test_the_same_seed_gives_the_same_figures():
    question = Question(places(3), np.zeros(400, np.int64))
    ranked = np.random.default_rng(5).random(400)
    first, second = Measurement(1), Measurement(1)
    first.add(ranked, question)
    second.add(ranked, question)
    assert first.figures() == second.figures()
