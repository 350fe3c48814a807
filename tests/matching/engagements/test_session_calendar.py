"""A session in a calendar: when it is and nobody's name, and taken out again once it is off."""

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from matching.engagements.models import Session
from profiles.models import Profile
from tests import make
from tests.matching.engagements.on_sessions import do, read, url

pytestmark = pytest.mark.django_db


def calendar_of(row: Session, profile: Profile) -> Any:
    page = read(profile, f"{url(row)[:-1]}.ics")
    assert page.headers["Content-Type"].startswith("text/calendar")
    return page, Calendar.from_ical(page.content)


@pytest.mark.parametrize("side", ["owner", "candidate"])
def test_the_calendar_entry_says_when_and_names_nobody(side: str) -> None:
    row = make.mentoring_across_clocks()
    for each in (row.owner, row.candidate):
        each.identity.legal_name = "Canary Name"
        each.identity.save()
    make.a_session(row, state="booked", minutes=60)
    found = Session.objects.get()
    page, calendar = calendar_of(found, getattr(row, side))
    (entry,) = calendar.walk("VEVENT")
    assert (entry["UID"], entry["SUMMARY"]) == (str(found.public_id), "Mentoring session (Silah)")
    assert (entry.start, entry.end) == (found.starts_at, found.starts_at + timedelta(hours=1))
    assert (calendar["METHOD"], entry["SEQUENCE"], entry["STATUS"]) == ("PUBLISH", 0, "CONFIRMED")
    said = page.content.decode()
    assert not [word for word in ("Canary", "http", "@", "ATTENDEE", "ORGANIZER") if word in said]


def test_cancelled_the_same_entry_is_taken_out_again() -> None:
    row = make.a_session(state="booked")
    do(row.engagement.owner, url(row, "cancel"), {"because": "no_line"})
    _page, calendar = calendar_of(row, row.engagement.candidate)
    (entry,) = calendar.walk("VEVENT")
    assert (entry["UID"], entry["SEQUENCE"]) == (str(row.public_id), 1)
    assert (calendar["METHOD"], entry["STATUS"]) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize("state", ["proposed", "held", "missed", "superseded"])
def test_of_what_is_not_booked_there_is_no_calendar_entry(state: str) -> None:
    row = make.a_session(state=state)
    assert read(row.engagement.owner, f"{url(row)[:-1]}.ics").status_code == 404
