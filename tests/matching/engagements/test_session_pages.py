"""The pages of a session as either side reads them, on both clocks, and what nobody else may."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from matching.engagements.models import Absence, Engagement, Session
from matching.introductions import outages
from profiles.models import Consent, Governorate, Profile
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, 10, tzinfo=UTC)
ACTS = ("book", "cancel", "held", "missed", "other-times", "move")


def url(row: Session, act: str = "") -> str:
    page = reverse("session", args=[row.public_id])
    return f"{page}{act}/" if act else page


def propose_url(row: Engagement) -> str:
    return reverse("propose-session", args=[row.public_id])


def read(profile: Profile, address: str, **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).get(address, follow=True)


def do(profile: Profile, address: str, said: dict[str, Any], **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).post(address, said, follow=True)


def typed(*times: str, **said: Any) -> dict[str, Any]:
    given = {f"at_{number}": at for number, at in enumerate(times, 1)}
    return {"public_id": uuid4(), "minutes": "45", "medium": "audio", **given, **said}


def across() -> Engagement:
    """A mentor in Germany and a graduate in Gaza."""
    mentor = make.a_mentor(country="DE", time_zone="Europe/Berlin")
    graduate = make.a_graduate(governorate="PS-GZA", time_zone="Asia/Gaza")
    talk = make.an_introduction(
        make.a_mentoring_offer(mentor), make.looks_for_a_mentor(graduate), state="accepted"
    )
    return make.an_engagement(talk)


def test_times_are_typed_on_ones_own_clock_and_read_on_both() -> None:
    with time_machine.travel(NOW, tick=False):
        row = across()
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
    row = make.a_session(across())
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


@pytest.mark.parametrize("act", ["", *ACTS])
def test_strangers_outsiders_and_staff_find_nothing(act: str) -> None:
    row = make.a_session()
    assert Client().get(url(row, act)).status_code == 302
    for account in (make.acts_for(make.a_graduate()), make.staff(is_superuser=True)):
        client = logged_in(account)
        assert client.get(url(row, act)).status_code == 404
        if act:
            assert client.post(url(row, act), typed()).status_code == 404
        assert client.get(propose_url(row.engagement)).status_code == 404
        assert client.get(f"{url(row)[:-1]}.ics").status_code == 404
        assert str(row.public_id) not in text(client.get("/sessions/"))
    row.refresh_from_db()
    assert row.state == "proposed"


def test_whoever_only_reads_for_a_firm_reads_it_and_does_nothing() -> None:
    goals = make.looks_for_a_mentor(make.a_startup())
    talk = make.an_introduction(make.a_mentoring_offer(), goals, state="accepted")
    row = make.a_session(make.an_engagement(talk), by=talk.opening.owner)
    client = logged_in(make.acts_for(goals.profile, role="reader"))
    assert client.get(url(row)).context["actions"] == []
    for act in ACTS:
        assert client.post(url(row, act), typed()).status_code == 404
    assert client.post(propose_url(row.engagement), typed()).status_code == 404


def test_of_what_has_no_sessions_none_is_proposed() -> None:
    row = make.an_engagement()
    assert read(row.owner, propose_url(row)).status_code == 404


def test_booked_it_names_when_and_is_offered_as_a_calendar_entry() -> None:
    row = make.a_session(across())
    at = row.times[1]
    page = do(row.engagement.owner, url(row, "book"), {"at": at.isoformat()})
    assert "Booked. You may put it into your calendar." in text(page)
    row.refresh_from_db()
    assert (row.state, row.starts_at) == ("booked", at)
    assert page.context["calendar_url"] == f"{url(row)[:-1]}.ics"


def test_a_time_that_is_none_of_those_proposed_is_not_booked() -> None:
    row = make.a_session()
    at = (row.times[0] + timedelta(minutes=1)).isoformat()
    assert do(row.engagement.owner, url(row, "book"), {"at": at}).status_code == 422


def test_other_times_lead_to_the_proposal_that_replaces_it() -> None:
    row = make.a_session()
    at = f"{timezone.now() + timedelta(days=5):%Y-%m-%dT%H:%M}"
    page = do(row.engagement.owner, url(row, "other-times"), typed(at))
    newer = Session.objects.get(state="proposed")
    assert page.redirect_chain[-1][0] == url(newer)
    assert page.context["heading"] == "You proposed times, and wait for an answer"
    assert "Other times were proposed instead" in text(read(row.engagement.candidate, url(row)))


@pytest.mark.parametrize(
    ("state", "act", "said"),
    [
        ("booked", "book", {"at": "x"}),
        ("cancelled", "cancel", {"because": "no_time"}),
        ("held", "held", {"minutes": "30", "text": ""}),
        ("missed", "missed", {"who": "they"}),
        ("booked", "other-times", typed("2026-12-01T10:00")),
        ("proposed", "move", typed("2026-12-01T10:00")),
    ],
)
def test_a_stale_page_names_the_state_and_changes_nothing(
    state: str, act: str, said: dict[str, Any]
) -> None:
    row = make.a_session(state=state)
    before = Session.objects.values().get()
    client = logged_in(make.acts_for(row.engagement.owner))
    if act == "book":
        said = {"at": row.times[0].isoformat()}
    if "at_1" in said:
        said = {**said, "at_1": f"{timezone.now() + timedelta(days=5):%Y-%m-%dT%H:%M}"}
    name = row.get_state_display()
    for page in (
        client.post(url(row, act), said, follow=True),
        client.get(url(row, act), follow=True),
    ):
        assert f"This session is “{name}” now. Nothing was changed." in text(page)
    assert Session.objects.values().get() == before


def test_sent_twice_from_two_tabs_one_proposal_stands() -> None:
    row = make.mentoring()
    client = logged_in(make.acts_for(row.owner))
    said = typed(f"{timezone.now() + timedelta(days=5):%Y-%m-%dT%H:%M}")
    pages = [client.post(propose_url(row), said, follow=True) for _ in range(2)]
    assert len({page.redirect_chain[-1][0] for page in pages}) == 1
    assert Session.objects.count() == 1


def test_what_was_talked_about_is_read_by_both_in_its_own_direction() -> None:
    row = make.a_session(state="begun")
    page = do(row.engagement.owner, url(row, "held"), {"minutes": "30", "text": "<b>قرأنا معًا</b>"})
    assert page.context["heading"] == "The session was held"
    theirs = text(read(row.engagement.candidate, url(row)))
    assert '<blockquote class="said" dir="auto" lang="ar">' in theirs
    assert "&lt;b&gt;قرأنا معًا&lt;/b&gt;" in theirs


def test_what_is_too_long_is_said_and_stays_typed() -> None:
    row = make.a_session(state="begun")
    page = do(row.engagement.owner, url(row, "held"), {"minutes": "30", "text": "x" * 1001})
    assert page.status_code == 422
    assert "x" * 1001 in text(page)
    assert "1 too many" in text(page)


@pytest.mark.parametrize(
    ("who", "heading"),
    [
        ("they", ("They did not come", "You did not come")),
        ("own", ("You did not come", "They did not come")),
        ("both", ("Neither of you came", "Neither of you came")),
    ],
)
def test_each_side_reads_who_did_not_come(who: str, heading: tuple[str, str]) -> None:
    row = make.a_session(state="begun")
    page = do(row.engagement.owner, url(row, "missed"), {"who": who})
    assert page.context["heading"] == heading[0]
    theirs = read(row.engagement.candidate, url(row))
    assert theirs.context["heading"] == heading[1]
    assert "That is what they wrote down." in text(theirs)
    assert Absence.objects.count() == (2 if who == "both" else 1)


def test_an_excuse_is_read_by_both_and_names_no_place_to_the_other() -> None:
    row = make.a_session(across(), state="begun")
    outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=row.starts_at,
        by_id=None,
    )
    page = text(do(row.engagement.owner, url(row, "missed"), {"who": "they"}))
    assert "An outage kept them: that they did not come is not counted." in page
    own = text(read(row.engagement.candidate, url(row)))
    assert "An outage was declared where you are" in own


def test_of_whoever_vanished_nothing_that_they_wrote_is_read() -> None:
    row = make.a_session(state="begun")
    do(row.engagement.owner, url(row, "held"), {"minutes": "30", "text": "Canary words"})
    vanish(user=make.acts_for(row.engagement.owner))
    page = text(read(row.engagement.candidate, url(row)))
    assert "Canary words" not in page
    assert row.engagement.owner.alias_code in page


def calendar_of(row: Session, profile: Profile) -> Any:
    page = read(profile, f"{url(row)[:-1]}.ics")
    assert page.headers["Content-Type"].startswith("text/calendar")
    return page, Calendar.from_ical(page.content)


@pytest.mark.parametrize("side", ["owner", "candidate"])
def test_the_calendar_entry_says_when_and_names_nobody(side: str) -> None:
    row = across()
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


def test_the_list_has_what_is_to_come_before_what_is_behind_and_nobody_elses() -> None:
    row, now = make.mentoring(), timezone.now()
    held = make.a_session(row, state="held")
    later = make.a_session(row, state="begun", starts_at=now - timedelta(minutes=5))
    proposed = make.a_session(row)
    booked = make.a_session(row, state="booked", times=[now + timedelta(days=20)])
    make.a_session(state="booked")
    page = read(row.owner, "/sessions/")
    assert [line.url for line in page.context["coming"]] == [url(booked), url(proposed)]
    assert [line.url for line in page.context["past"]] == [url(later), url(held)]
    begun = page.context["past"][0]
    assert (begun.mark, begun.word) == ("partly", "How did it go?")


def test_what_was_replaced_by_other_times_is_in_no_list() -> None:
    row = make.a_session(state="superseded")
    page = read(row.engagement.owner, "/sessions/")
    newer = Session.objects.exclude(pk=row.pk).get()
    assert [line.url for line in page.context["coming"]] == [url(newer)]
    assert page.context["past"] == []


def test_how_often_one_did_not_come_is_read_by_oneself_alone() -> None:
    row = make.a_session(state="missed").engagement
    own, other = (text(read(side, "/sessions/")) for side in (row.candidate, row.owner))
    assert "You missed 1 session within 90 days." in own
    assert "within 90 days" not in other


def test_a_list_without_sessions_says_what_they_belong_to() -> None:
    page = text(read(make.a_graduate(), "/sessions/"))
    assert "Nothing is proposed or booked." in page


@pytest.mark.parametrize("state", ["proposed", "booked", "begun", "held", "missed", "cancelled"])
def test_each_page_takes_at_most_ten_queries(state: str) -> None:
    row = make.a_session(across(), state=state)
    for side in (row.engagement.owner, row.engagement.candidate):
        client = logged_in(make.acts_for(side))
        pages = [url(row), propose_url(row.engagement)]
        for act in ACTS:
            pages.append(url(row, act))
        for page in pages:
            if client.get(page).status_code == 200:
                with CaptureQueriesContext(connection) as queries:
                    client.get(page)
                assert len(queries) <= 10, (page, [query["sql"][:150] for query in queries])


def test_the_list_costs_the_same_for_two_and_for_twenty() -> None:
    row = make.mentoring()
    client = logged_in(make.acts_for(row.owner))
    costs = []
    for number in (2, 18):
        for day in range(number):
            make.a_session(row, times=[timezone.now() + timedelta(days=2 + day)])
            make.a_session(row, state="held")
        client.get("/sessions/")
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/sessions/")
        costs.append(len(queries))
    assert len(page.context["coming"]) == len(page.context["past"]) == 20
    assert costs[0] == costs[1] <= 10


def test_names_given_are_read_and_others_are_an_alias() -> None:
    goals = make.looks_for_a_mentor(make.a_graduate(legal_name="Lina Khalil"))
    offer = make.a_mentoring_offer(make.a_mentor(is_named=False, legal_name="Sami Odeh"))
    talk = make.an_introduction(offer, goals, state="accepted", shares=Step.REGION)
    row = make.a_session(make.an_engagement(talk))
    page = text(read(row.engagement.candidate, url(row)))
    assert "Sami Odeh" not in page
    assert row.engagement.owner.alias_code in page
