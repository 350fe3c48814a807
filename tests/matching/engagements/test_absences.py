"""Who did not come, what an outage excuses, and who reads how often."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ledger.models import Event
from matching.engagements.models import Absence, Session
from matching.engagements.sessions import following
from matching.engagements.sessions.absences import own_absences
from matching.engagements.sessions.actions import miss
from matching.introductions import outages
from profiles.models import Governorate
from tests import make

pytestmark = pytest.mark.django_db


def outage(session: Session, place: str, *, begins: int = -60, ends: int | None = None) -> Any:
    """Minutes from the session's start."""
    at = session.starts_at
    return outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code=place),
        starts_at=at + timedelta(minutes=begins),
        ends_at=None if ends is None else at + timedelta(minutes=ends),
        by_id=None,
    )


def in_gaza(state: str = "begun", **said: Any) -> Session:
    goals = make.looks_for_a_mentor(make.a_graduate(governorate="PS-GZA"))
    talk = make.an_introduction(make.a_mentoring_offer(), goals, state="accepted")
    return make.a_session(make.an_engagement(talk), state=state, **said)


def missed(row: Session) -> Absence:
    miss(session=row, by=row.engagement.owner, absent=[row.engagement.candidate], by_id=None)
    return Absence.objects.get(session=row)


def heard() -> None:
    following.of_outages(list(Event.objects.filter(verb="outage.declared")))


@pytest.mark.parametrize(
    ("place", "begins", "ends", "excused"),
    [
        ("PS-GZA", -60, None, True),
        ("PS-GZA", 0, 5, True),
        ("PS-GZA", -60, 0, False),
        ("PS-GZA", 1, None, False),
        ("PS-NBS", -60, None, False),
    ],
)
@pytest.mark.parametrize("when", ["before", "afterwards"])
def test_an_outage_at_the_start_where_they_are_excuses_whenever_it_is_declared(
    when: str, place: str, begins: int, ends: int | None, excused: bool
) -> None:
    row = in_gaza()
    if when == "before":
        outage(row, place, begins=begins, ends=ends)
        assert missed(row).is_excused is excused
        return
    absence = missed(row)
    assert not absence.is_excused
    outage(row, place, begins=begins, ends=ends)
    for _twice in range(2):
        heard()
    absence.refresh_from_db()
    assert absence.is_excused is excused
    assert Event.objects.filter(verb="session.excused").count() == excused


def test_of_two_who_did_not_come_only_whom_it_kept_is_excused() -> None:
    row = in_gaza()
    outage(row, "PS-GZA")
    engagement = row.engagement
    both = [engagement.owner, engagement.candidate]
    miss(session=row, by=engagement.owner, absent=both, by_id=None)
    excused = dict(Absence.objects.values_list("profile", "is_excused"))
    assert excused == {engagement.owner_id: False, engagement.candidate_id: True}


def test_an_outage_is_compared_with_all_that_was_missed_in_one_query() -> None:
    row, costs = in_gaza("missed"), []
    outage(row, "PS-GZA", begins=60)
    for _more in range(2):
        with CaptureQueriesContext(connection) as queries:
            heard()
        costs.append(len(queries))
        for _number in range(5):
            make.a_session(row.engagement, state="missed", starts_at=row.starts_at)
    assert costs[0] == costs[1]
    assert not Absence.objects.filter(is_excused=True).exists()


def test_an_excuse_is_not_taken_back_when_the_outage_is_corrected() -> None:
    row = in_gaza()
    declared = outage(row, "PS-GZA")
    absence = missed(row)
    declared.starts_at = row.starts_at + timedelta(minutes=10)
    outages.change(outage=declared, by_id=None)
    heard()
    absence.refresh_from_db()
    assert absence.is_excused


def test_one_counts_ones_own_of_90_days_without_those_excused() -> None:
    row = make.mentoring()
    now = timezone.now()
    assert own_absences([row.candidate_id]) == ""
    for days in (1, 89, 91):
        make.a_session(row, state="missed", starts_at=now - timedelta(days=days))
    make.a_session(row, state="missed", absent=[row.owner])
    excused = make.a_session(row, state="missed")
    excused.absences.update(is_excused=True)
    assert own_absences([row.candidate_id]).startswith("You missed 2 sessions within 90 days.")
    assert own_absences([row.owner_id]).startswith("You missed 1 session within 90 days.")


def test_of_three_lately_staff_are_shown_and_of_two_or_excused_ones_not() -> None:
    now = timezone.now()
    often, twice, excused = (make.mentoring() for _ in range(3))
    for row, number in ((often, 3), (twice, 2), (excused, 3)):
        for _ in range(number):
            make.a_session(row, state="missed")
    Absence.objects.filter(session__engagement=excused).update(is_excused=True)
    found = Absence.objects.of_those_often_absent(now)
    assert set(found.values_list("profile", flat=True)) == {often.candidate_id}
    assert not Absence.objects.of_those_often_absent(now + timedelta(days=91)).exists()
