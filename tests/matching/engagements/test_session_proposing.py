"""Times are proposed on one's own clock and read on both; what is wrong with one is said."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from matching.engagements.models import Session
from profiles.models import Consent, Profile
from tests import make
from tests.matching.engagements.on_sessions import do, propose_url, read, typed, url
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, 10, tzinfo=UTC)


def test_times_are_typed_on_ones_own_clock_and_read_on_both() -> None:
    with time_machine.travel(NOW, tick=False):
        row = make.mentoring_across_clocks()
        mentor = logged_in(make.acts_for(row.owner, time_zone="Europe/Berlin"))
        assert "First time, in Berlin" in text(mentor.get(propose_url(row)))
        page = mentor.post(
            propose_url(row), typed("2026-11-30T09:00", "2026-11-30T23:30"), follow=True
        )
        assert page.context["times"] == [
            "Monday 30 Nov, 09:00 in Berlin, 10:00 in Gaza",
            "Monday 30 Nov, 23:30 in Berlin, Tuesday 1 Dec, 00:30 in Gaza",
        ]
        found = Session.objects.get()
        assert found.times[0] == datetime(2026, 11, 30, 8, tzinfo=UTC)
        theirs = read(row.candidate, url(found), time_zone="Asia/Gaza")
        assert theirs.context["times"][0] == "Monday 30 Nov, 10:00 in Gaza, 09:00 in Berlin"


def test_where_their_region_is_withheld_only_ones_own_clock_is_named() -> None:
    row = make.a_session(make.mentoring_across_clocks())
    Profile.objects.filter(pk=row.engagement.owner_id).update(verified_at=None)
    Consent.objects.all().delete()
    page = text(read(row.engagement.candidate, url(row), time_zone="Asia/Gaza"))
    assert "in Gaza" in page
    assert "Berlin" not in page


@pytest.mark.parametrize(
    ("now", "zone", "at", "why"),
    [
        ("2026-03-20", "Europe/Berlin", "2026-03-29T02:30", "put forward then, and skip that time"),
        ("2026-10-20", "Europe/Berlin", "2026-10-25T02:30", "put back then, and show that time"),
        ("2026-03-20", "Asia/Gaza", "2026-03-28T02:30", "put forward then, and skip that time"),
    ],
)
def test_a_time_that_the_clock_skips_or_shows_twice_gets_a_sentence(
    now: str, zone: str, at: str, why: str
) -> None:
    with time_machine.travel(datetime.fromisoformat(f"{now}T08:00+00:00"), tick=False):
        row = make.mentoring()
        page = do(row.owner, propose_url(row), typed(at), time_zone=zone)
    assert page.status_code == 422
    assert why in text(page)
    assert not Session.objects.exists()


@pytest.mark.parametrize(("at", "hour"), [("2026-03-28T12:00", 11), ("2026-03-29T12:00", 10)])
def test_the_same_hour_before_and_after_a_change_of_clocks_is_another_in_utc(
    at: str, hour: int
) -> None:
    with time_machine.travel(datetime(2026, 3, 20, tzinfo=UTC), tick=False):
        row = make.mentoring()
        do(row.owner, propose_url(row), typed(at), time_zone="Europe/Berlin")
    assert Session.objects.get().times[0].hour == hour


@pytest.mark.parametrize(
    ("times", "why"),
    [
        ((), "Propose at least one time."),
        (("soon",), "Write it as 2026-12-31T14:30."),
        (("2026-11-25T10:00",), "That time has passed."),
        (("2027-11-25T10:00",), "Choose times within the next 60 days."),
        (("2026-11-26T10:00", "2026-11-26T10:00"), "You gave that time already."),
    ],
)
def test_what_is_wrong_with_a_time_is_said_beside_it(times: tuple[str, ...], why: str) -> None:
    with time_machine.travel(NOW, tick=False):
        row = make.mentoring()
        page = do(row.owner, propose_url(row), typed(*times))
    assert page.status_code == 422
    assert why in text(page)


def test_a_time_that_one_of_them_is_booked_at_is_refused_and_what_was_typed_stays() -> None:
    at = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    row = make.a_session(state="booked", times=[at])
    said = typed(f"{at:%Y-%m-%dT%H:%M}")
    page = do(row.engagement.owner, propose_url(row.engagement), said, time_zone="UTC")
    assert page.status_code == 409
    assert "One of you has another session then" in text(page)
    assert said["at_1"] in text(page)
    assert Session.objects.get() == row


def test_of_what_has_no_sessions_none_is_proposed() -> None:
    row = make.an_engagement()
    assert read(row.owner, propose_url(row)).status_code == 404


def test_other_times_lead_to_the_proposal_that_replaces_it() -> None:
    row = make.a_session()
    at = f"{timezone.now() + timedelta(days=5):%Y-%m-%dT%H:%M}"
    page = do(row.engagement.owner, url(row, "other-times"), typed(at))
    newer = Session.objects.get(state="proposed")
    assert page.redirect_chain[-1][0] == url(newer)
    assert page.context["heading"] == "You proposed times, and wait for an answer"
    assert "Other times were proposed instead" in text(read(row.engagement.candidate, url(row)))


def test_sent_twice_from_two_tabs_one_proposal_stands() -> None:
    row = make.mentoring()
    client = logged_in(make.acts_for(row.owner))
    said = typed(f"{timezone.now() + timedelta(days=5):%Y-%m-%dT%H:%M}")
    pages = [client.post(propose_url(row), said, follow=True) for _ in range(2)]
    assert len({page.redirect_chain[-1][0] for page in pages}) == 1
    assert Session.objects.count() == 1
