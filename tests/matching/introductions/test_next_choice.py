"""After no answer, or a no: the best of the asker's matches whom they could still ask."""

from typing import Any

import pytest

from matching import runs
from matching.introductions.next_choice import next_choice
from matching.models import Candidacy, Opening
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["waiting", "accepted", "withdrawn", "ended", "lapsed"])
def test_after_anything_else_nothing_is_proposed(state: str) -> None:
    row = make.an_introduction(state=state)
    make.a_job()
    runs.run("hiring")
    assert next_choice(row) is None


def test_an_opening_without_a_place_is_passed_over() -> None:
    goals = make.looks_for_a_mentor(make.a_graduate())
    asked, full, free = (make.a_mentoring_offer(capacity=1) for _ in range(3))
    make.an_introduction(full, state="accepted")
    runs.run("mentorship")
    row = make.an_introduction(asked, goals, state="expired")
    found = next_choice(row)
    assert found is not None
    assert found.opening == free


def test_an_owner_is_proposed_the_next_candidate_not_one_who_excluded_them() -> None:
    job = make.a_job()
    first, apart, other = (make.looks_for_a_job(make.a_graduate()) for _ in range(3))
    runs.run("hiring")
    make.excludes(apart.profile, job.owner)
    row = make.an_introduction(job, first, asker=job.owner, state="declined")
    found = next_choice(row)
    assert found is not None
    assert found.candidacy == other


def closed(row: Any) -> None:
    Opening.objects.filter(pk=row.opening_id).update(status="closed")


def withdrawn(row: Any) -> None:
    Candidacy.objects.filter(pk=row.candidacy_id).update(status="withdrawn")


@pytest.mark.parametrize(("happens", "by_owner"), [(closed, True), (withdrawn, False)])
def test_whoever_takes_no_part_any_more_is_proposed_nobody(happens: Any, by_owner: bool) -> None:
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate())
    make.a_job()
    make.looks_for_a_job(make.a_graduate())
    runs.run("hiring")
    asker = job.owner if by_owner else search.profile
    row = make.an_introduction(job, search, asker=asker, state="declined")
    assert next_choice(row) is not None
    happens(row)
    row.refresh_from_db()
    assert next_choice(row) is None
