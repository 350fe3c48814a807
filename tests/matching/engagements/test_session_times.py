"""Nobody is booked twice, in whatever role, and whoever books at once: real threads in the end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from matching.engagements.models import Engagement, Session
from matching.engagements.sessions import actions
from matching.moves import RefusedError
from profiles.models import Profile
from tests import make
from tests.full import FULL
from tests.matching.engagements.test_engaged_at_once import at_once

ROUNDS = 50 if FULL else 5


def noon(days: int = 3, minutes: int = 0) -> Any:
    at = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    return at + timedelta(days=days, minutes=minutes)


def of_one_mentor() -> tuple[Engagement, Engagement]:
    """Two graduates of the same mentor, who is a person with an account."""
    offer = make.a_mentoring_offer(capacity=2)
    make.acts_for(offer.owner)
    one, two = (make.an_engagement(make.an_introduction(offer, state="accepted")) for _ in range(2))
    return one, two


@pytest.mark.django_db
@pytest.mark.parametrize("minutes", [-45, -44, 0, 44, 45])
def test_what_overlaps_a_booked_session_of_either_is_refused(minutes: int) -> None:
    one, two = of_one_mentor()
    make.a_session(one, state="booked", times=[noon()])
    if abs(minutes) == 45:
        assert make.a_session(two, times=[noon(minutes=minutes)]).state == "proposed"
    else:
        with pytest.raises(RefusedError, match="One of you has another session then"):
            make.a_session(two, times=[noon(minutes=minutes)])


@pytest.mark.django_db
def test_other_roles_of_the_same_person_count_and_a_session_of_others_does_not() -> None:
    booked = make.a_session(state="booked", times=[noon()])
    user = make.acts_for(booked.engagement.owner)
    other = make.mentoring()
    assert make.a_session(other, times=[noon()]).state == "proposed"
    Profile.objects.filter(pk=other.candidate_id).update(user=user)
    other.candidate.refresh_from_db()
    with pytest.raises(RefusedError, match="One of you has another session then"):
        make.a_session(other, times=[noon(minutes=15)])


@pytest.mark.django_db
def test_a_booked_time_that_was_taken_since_is_refused_and_one_that_is_free_again_is_not() -> None:
    one, two = of_one_mentor()
    first, second = (make.a_session(each, times=[noon()]) for each in (one, two))
    actions.book(session=first, by=one.owner, at=noon(), by_id=None)
    with pytest.raises(RefusedError, match="One of you has another session then"):
        actions.book(session=second, by=two.owner, at=noon(), by_id=None)
    actions.cancel(session=first, by=one.owner, because="unwell", by_id=None)
    actions.book(session=second, by=two.owner, at=noon(), by_id=None)


@pytest.mark.django_db
def test_moved_it_may_overlap_the_time_that_it_leaves() -> None:
    row = make.a_session(state="booked", times=[noon()])
    said = actions.Proposal(row.public_id, (noon(minutes=15),), 45, "audio")
    assert actions.move(session=row, by=row.proposed_by, said=said, by_id=None).state == "proposed"


@pytest.mark.parametrize("whose", ["mentor", "startup"])
def test_of_two_booked_at_once_for_the_same_time_one_is(transactional_db: None, whose: str) -> None:
    one, two = of_one_mentor() if whose == "mentor" else of_one_startup()
    rows = [make.a_session(each, by=each.candidate, times=[noon()]) for each in (one, two)]

    def booking(row: Session) -> Callable[[], object]:
        by = row.engagement.owner
        return lambda: actions.book(session=row, by=by, at=noon(), by_id=None)

    for _ in range(ROUNDS):
        Session.objects.update(state="proposed", starts_at=None)
        assert at_once([booking(row) for row in rows]) == {"done": 1, "refused": 1}
        assert Session.objects.filter(state="booked").count() == 1


@pytest.mark.parametrize("how", ["propose", "counter"])
def test_sent_twice_at_once_it_is_proposed_once(transactional_db: None, how: str) -> None:
    row = make.mentoring()
    for number in range(ROUNDS):
        about = {"engagement": row} if how == "propose" else {"session": make.a_session(row)}
        said = actions.Proposal(uuid4(), (noon(5 + number % 50),), 45, "audio")
        common: dict[str, Any] = {**about, "by": row.owner, "said": said, "by_id": None}
        attempts = [lambda common=common: getattr(actions, how)(**common)] * 2
        assert at_once(attempts) == {"done": 2}
        assert Session.objects.filter(public_id=said.public_id).count() == 1


def of_one_startup() -> tuple[Engagement, Engagement]:
    """A firm has no account of its own, so its profile is what two bookings share."""
    goals = make.looks_for_a_mentor(make.a_startup())
    one, two = (
        make.an_engagement(make.an_introduction(make.a_mentoring_offer(), goals, state="accepted"))
        for _ in range(2)
    )
    return one, two
