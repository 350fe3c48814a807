"""What is asked when, and of whom."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from ledger.models import Event
from matching.engagements import actions as engaging
from matching.engagements import closing
from matching.engagements.actions import Said
from matching.engagements.models import Engagement, Review
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.reviews.tasks import sweep_reviews
from matching.introductions import actions as introductions
from tests import make
from tests.matching.engagements.on_reviews import heard, placement

pytestmark = pytest.mark.django_db


def days_of(row: Engagement, kind: str) -> list[tuple[int, int]]:
    """(whose word, days after its first day)"""
    assert row.began_on
    rows = Review.objects.filter(engagement=row, kind=kind).order_by("due_on", "by")
    return [(each.by_id, (each.due_on - row.began_on).days) for each in rows]


@pytest.mark.parametrize(
    "offer", [make.a_job, make.a_placement, make.a_tender, make.a_mentoring_offer]
)
def test_both_are_asked_on_the_days_that_the_outcome_declares(offer: Any) -> None:
    row = make.an_engagement(make.an_introduction(offer(), state="accepted"))
    heard("engagement.confirmed")
    wanted = [
        (side, days)
        for days in outcome_of(row.pairing).check_days
        for side in sorted((row.owner_id, row.candidate_id))
    ]
    assert days_of(row, "check") == wanted


def test_an_investment_that_holds_at_once_is_planned_too() -> None:
    talk = make.an_introduction(make.a_mandate(), state="accepted")
    row = make.an_engagement(talk, by=talk.opening.owner, stage="observing", usd=None)
    heard("engagement.noted")
    assert len(days_of(row, "check")) == 4


def test_the_host_evaluates_every_month_until_the_last_day_that_was_agreed_on() -> None:
    row = placement()
    heard("engagement.confirmed")
    assert days_of(row, "evaluation") == [(row.owner_id, 30), (row.owner_id, 60)]


@pytest.mark.parametrize(("weeks", "days"), [(18, [30, 60, 90, 120]), (6, [30])])
def test_extended_or_shortened_what_is_to_come_follows(weeks: int, days: list[int]) -> None:
    row = placement()
    heard("engagement.confirmed")
    make.states(row, row.candidate, weeks=weeks)
    engaging.confirm(engagement=row, by=row.owner, by_id=None)
    heard("engagement.confirmed")
    assert [day for _, day in days_of(row, "evaluation")] == days
    assert len(days_of(row, "check")) == 2


def test_what_was_due_before_it_was_recorded_is_not_asked_any_more() -> None:
    row = make.an_engagement(from_on=timezone.localdate() - timedelta(days=60))
    heard("engagement.confirmed")
    assert {days for _, days in days_of(row, "check")} == {180}


def test_its_day_come_it_is_asked_once_and_never_again() -> None:
    row = make.an_engagement()
    heard("engagement.confirmed")
    assert sweep_reviews() == 0
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert sweep_reviews() == 2
        assert sweep_reviews() == 0
    with time_machine.travel(timezone.now() + timedelta(days=100)):
        assert sweep_reviews() == 0
    asked = Event.objects.filter(verb="review.asked")
    assert {event.codes["by"] for event in asked} == {row.owner_id, row.candidate_id}


@pytest.mark.parametrize("state", ["completed", "ended"])
def test_once_it_is_over_nothing_planned_is_asked_and_both_say_how_it_was(state: str) -> None:
    row = make.an_engagement(make.an_introduction(state="accepted"))
    heard("engagement.confirmed")
    other = row.party(row.owner_id)
    if state == "ended":
        engaging.end(engagement=row, by=other, because="terms", on=timezone.localdate(), by_id=None)
    else:
        said = Said(uuid4(), timezone.localdate())
        engaging.complete(engagement=row, by=other, said=said, by_id=None)
        engaging.confirm(engagement=row, by=row.owner, by_id=None)
    heard(f"engagement.{state}")
    assert set(Review.objects.values_list("kind", "by")) == {
        ("end", row.owner_id),
        ("end", row.candidate_id),
    }
    assert Event.objects.filter(verb="review.asked").count() == 2


def test_where_one_of_them_is_gone_the_other_is_not_asked_about_them() -> None:
    row = make.an_engagement()
    heard("engagement.confirmed")
    engaging.lapse(engagement=row)
    heard("engagement.lapsed")
    assert not Review.objects.exists()


def test_where_one_of_them_ends_the_introduction_both_say_how_it_was() -> None:
    row = make.an_engagement()
    heard("engagement.confirmed")
    introductions.end(introduction=row.introduction, by=row.owner, because="no_fit", by_id=None)
    closing.of_introductions(list(Event.objects.filter(verb="introduction.ended")))
    heard("engagement.lapsed")
    assert set(Review.objects.values_list("kind", "by")) == {
        ("end", row.owner_id),
        ("end", row.candidate_id),
    }


def test_of_a_session_with_somebody_who_is_gone_nobody_is_asked() -> None:
    row = make.a_session(state="held").engagement
    Engagement.objects.filter(pk=row.pk).update(state="ended", because="gone")
    heard("session.held")
    assert not Review.objects.exists()


def test_after_a_session_that_was_held_both_are_asked_about_it() -> None:
    held = make.a_session(state="held")
    heard("session.held")
    asked = Review.objects.filter(session=held, kind="session", asked_at__isnull=False)
    assert asked.count() == Review.objects.count() == 2
