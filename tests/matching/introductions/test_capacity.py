"""Places and hours are never exceeded, whoever accepts at once: real threads, real PostgreSQL."""

from collections import Counter
from functools import partial

import pytest

from matching.introductions import actions, capacity
from matching.introductions.capacity import FullError
from matching.introductions.models import Introduction
from matching.models import Opening
from profiles.models import Profile
from profiles.steps import Step
from tests import make
from tests.full import FULL
from tests.matching.racing import at_once

RACES = 1000 if FULL else 50
AT_ONCE = 5


def accept(row: Introduction) -> str:
    return actions.accept(introduction=row, by=row.asked, shares=Step.REGION, by_id=None).state


def accepted_at_once(rows: list[Introduction]) -> Counter[str]:
    return at_once([partial(accept, row) for row in rows], FullError)


def waiting(offer: Opening, count: int) -> list[Introduction]:
    return [make.an_introduction(offer) for _ in range(count)]


def test_of_fifty_at_once_on_the_last_place_one_gets_it(transactional_db: None) -> None:
    offer = make.a_mentoring_offer(capacity=1)
    assert accepted_at_once(waiting(offer, 50)) == {"done": 1, "refused": 49}
    assert capacity.running(offer).count() == 1


def test_no_race_exceeds_the_places_or_loses_one(transactional_db: None) -> None:
    offer = make.a_mentoring_offer(capacity=2)
    rows = waiting(offer, AT_ONCE)
    for _race in range(RACES):
        Introduction.objects.update(state="waiting")
        assert accepted_at_once(rows) == {"done": 2, "refused": AT_ONCE - 2}
        assert capacity.running(offer).count() == 2


def test_hours_of_a_month_are_shared_by_all_roles_of_a_person(db: None) -> None:
    mentor = make.a_mentor(hours_month=3)
    account = make.acts_for(mentor)
    investor = make.an_investor()
    Profile.objects.filter(pk=investor.pk).update(user=account)
    mentoring = make.an_introduction(make.a_mentoring_offer(mentor), hours=2)
    first, second = (make.an_introduction(make.a_mandate(investor), hours=1) for _ in range(2))

    for row in (mentoring, first):
        assert accept(row) == "accepted"
    with pytest.raises(FullError, match=r"takes 1 hour.* 0 of yours are left"):
        accept(second)
    actions.end(introduction=mentoring, by=mentor, because="done", by_id=None)
    assert accept(second) == "accepted"


def test_a_talk_about_a_job_fills_no_place_but_there_is_an_end_to_talks(db: None) -> None:
    job = make.a_job(capacity=1)
    rows = [make.an_introduction(job) for _ in range(capacity.TALKS_A_PLACE + 1)]
    for row in rows[:-1]:
        accept(row)
    with pytest.raises(FullError, match="5 talks run"):
        accept(rows[-1])


def test_what_came_of_a_talk_takes_the_place_and_other_talks_find_none(db: None) -> None:
    job = make.a_job(capacity=1)
    hired, talks, late = (make.an_introduction(job, state="accepted") for _ in range(3))
    waits = make.an_introduction(job)
    actions.come_true(introduction=hired)
    assert capacity.use_of(job) == (1, 2)
    with pytest.raises(FullError, match="The only place is taken"):
        actions.come_true(introduction=talks)
    with pytest.raises(FullError, match="The only place is taken"):
        accept(waits)
    actions.settle(introduction=hired, by=job.owner, because="done", by_id=None)
    actions.come_true(introduction=late)
    assert capacity.use_of(job) == (1, 1)


def test_hours_that_were_agreed_on_take_the_place_of_those_first_reckoned_with(db: None) -> None:
    mentor = make.a_mentor(hours_month=5)
    make.acts_for(mentor)
    row = make.an_introduction(make.a_mentoring_offer(mentor, capacity=2), hours=2)
    accept(row)
    actions.come_true(introduction=row, hours=4)
    assert capacity.hours_left(mentor) == 1
    with pytest.raises(FullError, match="takes 2 hours a month, and 1 of yours"):
        actions.come_true(introduction=row, hours=6)
    assert capacity.hours_left(mentor) == 1
