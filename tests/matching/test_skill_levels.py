"""Levels and related skills: what they are worth, how they are told, what would help."""

import pytest

from matching import runs
from matching.models import TopMatches
from matching.pairs import explain_pair, reasons
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return make.a_job(skills={"python": 2, "figma": 2})


def explained(job, *, side="candidacy", **skills):
    search = make.looks_for_a_job(make.a_graduate(skills=skills))
    view = explain_pair(job.declaration, job.pk, search.pk, own_side=side)
    assert view is not None
    return view


def worth(view):
    return next(row.value for row in view.rows if row.name == "skills")


def said(view):
    """Without the marks that isolate a name."""
    return "".join(letter for letter in reasons(view) if letter.isprintable())


def lifts(view):
    return ["".join(c for c in lift.text if c.isprintable()) for lift in view.lifts]


@pytest.mark.parametrize(("held", "value"), [(4, 500), (3, 500), (2, 300), (1, 150)])
def test_below_the_level_asked_a_skill_counts_in_part(job, held, value):
    make.asks_for_levels(job, python=3)
    assert worth(explained(job, python=held)) == value


@pytest.mark.parametrize("held", [1, 2, 3, 4])
def test_where_any_level_will_do_each_counts_in_full(job, held):
    assert worth(explained(job, python=held)) == 500


def test_both_levels_are_told_where_the_one_held_is_below(job):
    make.asks_for_levels(job, python=3)
    assert said(explained(job, python=2, figma=1)) == (
        "1 of 2 required skills; in part: Python (Can work with it; asked for: Strong)"
    )


def test_a_related_skill_counts_a_little_and_is_named(job):
    view = explained(job, django=3)
    assert worth(view) == 75
    assert said(view) == (
        "0 of 2 required skills; in part: Python (related: Django); missing: Figma"
    )


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_saying_a_skill_at_any_level_is_never_worse_than_having_it_told_of(job, level):
    make.asks_for_levels(job, python=4)
    told = worth(explained(job, django=3))
    assert worth(explained(job, django=3, python=level)) >= told


def test_who_is_below_is_shown_the_level_and_who_has_none_the_skill(job):
    make.asks_for_levels(job, python=3)
    assert {"Reach “Strong” in Python", "Add Figma, if you can show it"} <= set(
        lifts(explained(job, python=2))
    )


def test_a_skill_that_is_only_told_of_may_be_added(job):
    assert "Add Python, if you can show it" in lifts(explained(job, django=3))


def test_lists_are_ranked_by_level_with_the_score_that_is_explained(job):
    make.asks_for_levels(job, python=4)
    better = make.looks_for_a_job(make.a_graduate(skills={"python": 4}))
    worse = make.looks_for_a_job(make.a_graduate(skills={"python": 3}))
    told = make.looks_for_a_job(make.a_graduate(skills={"django": 4}))
    runs.run("hiring")
    stored = TopMatches.objects.get(opening=job)
    assert stored.ids == [better.pk, worse.pk, told.pk]
    views = [explain_pair(job.declaration, job.pk, key, own_side="opening") for key in stored.ids]
    assert stored.scores == [view.score for view in views if view]


def test_levels_of_goals_count_for_mentors_too():
    goals = make.looks_for_a_mentor(make.a_graduate(), skills={"python": 2})
    make.asks_for_levels(goals, python=4)
    offer = make.a_mentoring_offer(make.a_mentor(skills={"python": 3}))
    view = explain_pair(offer.declaration, offer.pk, goals.pk, own_side="candidacy")
    assert view is not None
    assert worth(view) == 600
