"""How somebody usually answers: the median of the clock, the share, and never a single case."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from matching.introductions import outages
from matching.introductions.answering import measure_everyone
from matching.introductions.models import Introduction
from matching.introductions.responsiveness import Responsiveness, responsiveness_of
from matching.models import Opening
from profiles.models import Governorate, Profile
from tests import make

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def answered(offer: Opening, after: timedelta, ago: timedelta = 10 * DAY) -> None:
    asked_at = timezone.now() - ago
    row = make.an_introduction(offer, state="declined")
    Introduction.objects.filter(pk=row.pk).update(asked_at=asked_at, answered_at=asked_at + after)


def unanswered(offer: Opening) -> None:
    make.an_introduction(offer, state="expired")


def of(offer: Opening) -> Responsiveness | None:
    return responsiveness_of([offer.owner_id]).get(offer.owner_id)


@pytest.fixture
def offer() -> Opening:
    return make.a_mentoring_offer()


def test_two_cases_say_nothing(offer: Opening) -> None:
    for _ in range(2):
        answered(offer, HOUR)
    assert of(offer) is None


def test_the_median_counts_and_the_share_of_all(offer: Opening) -> None:
    for after in (HOUR, 30 * HOUR, 60 * HOUR):
        answered(offer, after)
    unanswered(offer)
    found = of(offer)
    assert found == Responsiveness(asked=4, answered=3, usually=30 * HOUR)
    assert found.words == ("usually answers in 2 days", "answers 3 of 4 requests")


def test_within_a_day_is_said_so(offer: Opening) -> None:
    for _ in range(3):
        answered(offer, 24 * HOUR)
    assert of(offer).words[0] == "usually answers within a day"


def test_whoever_never_answers_has_no_usual_time(offer: Opening) -> None:
    for _ in range(3):
        unanswered(offer)
    assert of(offer).words == ("answers 0 of 3 requests",)


@pytest.mark.parametrize("state", ["waiting", "withdrawn", "lapsed"])
def test_what_came_to_no_answer_for_another_reason_does_not_count(
    offer: Opening, state: str
) -> None:
    for _ in range(2):
        answered(offer, HOUR)
    make.an_introduction(offer, state=state)
    assert of(offer) is None


def test_an_award_is_no_request_that_was_answered_in_no_time() -> None:
    company = make.an_international_company()
    for _ in range(3):
        make.an_answer(make.a_tender(company), state="awarded")
    assert responsiveness_of([company.pk]) == {}
    assert measure_everyone() == 0


def test_what_is_long_past_does_not_count(offer: Opening) -> None:
    for _ in range(3):
        answered(offer, HOUR, ago=181 * DAY)
    assert of(offer) is None


def test_the_clock_of_an_outage_does_not_count() -> None:
    job = make.a_job()
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    asked_at = timezone.now() - 10 * DAY
    for _ in range(3):
        row = make.an_introduction(job, search, asker=job.owner, state="declined")
        moments = {"asked_at": asked_at, "answered_at": asked_at + 60 * HOUR}
        Introduction.objects.filter(pk=row.pk).update(**moments)
    outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=asked_at + HOUR,
        ends_at=asked_at + 51 * HOUR,
        by_id=None,
    )
    assert responsiveness_of([search.profile_id])[search.profile_id].usually == 10 * HOUR


def test_many_take_one_query(django_assert_num_queries: Any) -> None:
    offers = [make.a_mentoring_offer() for _ in range(3)]
    for offer in offers:
        for _ in range(3):
            answered(offer, HOUR)
    with django_assert_num_queries(1):
        assert len(responsiveness_of(offer.owner_id for offer in offers)) == 3


@pytest.mark.parametrize(
    ("asked", "answered", "usually", "code"),
    [
        (4, 4, DAY, "WITHIN_A_DAY"),
        (4, 3, DAY, "WITHIN_A_DAY"),
        (4, 3, DAY + HOUR, "FEW_DAYS"),
        (4, 4, 2 * DAY, "FEW_DAYS"),
        (4, 4, 2 * DAY + HOUR, "SLOWLY"),
        (7, 5, HOUR, "SLOWLY"),
        (4, 2, HOUR, "SLOWLY"),
        (5, 2, HOUR, "SELDOM"),
        (3, 0, None, "SELDOM"),
    ],
)
def test_the_share_caps_the_code_and_the_time_ranks_it(
    asked: int, answered: int, usually: timedelta | None, code: str
) -> None:
    assert Responsiveness(asked, answered, usually).code == Profile.Answering[code]
