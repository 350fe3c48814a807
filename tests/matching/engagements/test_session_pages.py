"""The page of a session as either side reads it, and what nobody else may."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from ledger.models import Event
from matching.engagements import actions as engaging
from matching.engagements.models import Absence, Engagement, Session
from matching.engagements.sessions import following
from matching.introductions import outages
from profiles.models import Governorate
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.engagements.on_sessions import do, propose_url, read, typed, url
from tests.reading import logged_in, queries, text
from tests.standing import standing

pytestmark = pytest.mark.django_db
ACTS = ("book", "cancel", "held", "missed", "other-times", "move")


@pytest.fixture(scope="module")
def _there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with standing(django_db_blocker):
        yield make.mentoring().pk


@pytest.fixture
def agreed(db: None, _there: int) -> Engagement:
    return Engagement.objects.get(pk=_there)


@pytest.mark.parametrize("act", ["", *ACTS])
def test_strangers_outsiders_and_staff_find_nothing(agreed: Engagement, act: str) -> None:
    row = make.a_session(agreed)
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


def test_booked_it_names_when_and_is_offered_as_a_calendar_entry() -> None:
    row = make.a_session(make.mentoring_across_clocks())
    at = row.times[1]
    page = do(row.engagement.owner, url(row, "book"), {"at": at.isoformat()})
    assert "Booked. You may put it into your calendar." in text(page)
    row.refresh_from_db()
    assert (row.state, row.starts_at) == ("booked", at)
    assert page.context["calendar_url"] == f"{url(row)[:-1]}.ics"


def test_a_time_that_is_none_of_those_proposed_is_not_booked(agreed: Engagement) -> None:
    row = make.a_session(agreed)
    at = (row.times[0] + timedelta(minutes=1)).isoformat()
    assert do(row.engagement.owner, url(row, "book"), {"at": at}).status_code == 422


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
    agreed: Engagement, state: str, act: str, said: dict[str, Any]
) -> None:
    row = make.a_session(agreed, state=state)
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


def test_what_was_talked_about_is_read_by_both_in_its_own_direction(agreed: Engagement) -> None:
    row = make.a_session(agreed, state="begun")
    page = do(row.engagement.owner, url(row, "held"), {"minutes": "30", "text": "<b>قرأنا معًا</b>"})
    assert page.context["heading"] == "The session was held"
    theirs = text(read(row.engagement.candidate, url(row)))
    assert '<blockquote class="said" dir="auto" lang="ar">' in theirs
    assert "&lt;b&gt;قرأنا معًا&lt;/b&gt;" in theirs


def test_what_is_too_long_is_said_and_stays_typed(agreed: Engagement) -> None:
    row = make.a_session(agreed, state="begun")
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
def test_each_side_reads_who_did_not_come(
    agreed: Engagement, who: str, heading: tuple[str, str]
) -> None:
    row = make.a_session(agreed, state="begun")
    page = do(row.engagement.owner, url(row, "missed"), {"who": who})
    assert page.context["heading"] == heading[0]
    theirs = read(row.engagement.candidate, url(row))
    assert theirs.context["heading"] == heading[1]
    assert "That is what they wrote down." in text(theirs)
    assert Absence.objects.count() == (2 if who == "both" else 1)


def test_an_excuse_is_read_by_both_and_names_no_place_to_the_other() -> None:
    row = make.a_session(make.mentoring_across_clocks(), state="begun")
    outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=row.starts_at,
        by_id=None,
    )
    page = text(do(row.engagement.owner, url(row, "missed"), {"who": "they"}))
    assert "An outage kept them: that they did not come is not counted." in page
    assert "where you are" not in page
    own = text(read(row.engagement.candidate, url(row)))
    assert "An outage was declared where you are" in own


def test_of_whoever_vanished_nothing_that_they_wrote_is_read(agreed: Engagement) -> None:
    row = make.a_session(agreed, state="begun")
    do(row.engagement.owner, url(row, "held"), {"minutes": "30", "text": "Canary words"})
    vanish(user=make.acts_for(row.engagement.owner))
    page = text(read(row.engagement.candidate, url(row)))
    assert "Canary words" not in page
    assert row.engagement.owner.alias_code in page


def test_of_what_had_begun_when_the_mentoring_ended_it_is_still_said_how_it_went(
    agreed: Engagement,
) -> None:
    row = make.a_session(agreed, state="begun")
    mentor = row.engagement.owner
    said: dict[str, Any] = {"because": "no_time", "on": timezone.localdate(), "by_id": None}
    engaging.end(engagement=row.engagement, by=mentor, **said)
    following.of_engagements(list(Event.objects.filter(verb="engagement.ended")))
    page = read(mentor, url(row))
    assert page.context["heading"] == "Did this session take place?"
    assert [action.url for action in page.context["actions"]] == [
        url(row, "held"),
        url(row, "missed"),
    ]
    done = do(mentor, url(row, "held"), {"minutes": "30", "text": ""})
    assert done.context["heading"] == "The session was held"


def test_where_all_times_have_passed_none_is_booked_and_others_are_proposed(
    agreed: Engagement,
) -> None:
    row = make.a_session(agreed)
    Session.objects.update(times=[timezone.now() - timedelta(minutes=1)])
    client = logged_in(make.acts_for(row.engagement.owner))
    passed = "All of these times have passed. Propose others."
    page = client.get(url(row))
    assert passed in text(page)
    assert [action.url for action in page.context["actions"]] == [
        url(row, "other-times"),
        url(row, "cancel"),
    ]
    sent = client.get(url(row, "book"), follow=True)
    assert sent.redirect_chain[-1][0] == url(row)
    assert passed in text(sent)


OFFERED: dict[str, tuple[set[str], set[str]]] = {
    "proposed": ({"book", "other-times", "cancel"}, {"other-times", "cancel"}),
    "booked": ({"move", "cancel"}, {"move", "cancel"}),
    "begun": ({"held", "missed"}, {"held", "missed"}),
    "held": (set(), set()),
    "missed": (set(), set()),
    "cancelled": (set(), set()),
}
"""What the owner and the candidate, who proposed it, are asked in each state."""


@pytest.mark.parametrize("state", OFFERED)
def test_each_page_takes_at_most_ten_queries_and_others_lead_back(state: str) -> None:
    row = make.a_session(make.mentoring_across_clocks(), state=state)
    sides = (row.engagement.owner, row.engagement.candidate)
    for side, offered in zip(sides, OFFERED[state], strict=True):
        client = logged_in(make.acts_for(side))
        acts = [url(row, act) for act in sorted(offered)]
        for page in (url(row), propose_url(row.engagement), *acts):
            assert queries(client, page) <= 10, page
        for act in set(ACTS) - offered:
            assert client.get(url(row, act)).headers["Location"] == url(row)


@pytest.mark.parametrize(("shares", "is_named"), [(Step.REGION, False), (Step.NAME, True)])
def test_names_given_are_read_and_others_are_an_alias(shares: Step, is_named: bool) -> None:
    goals = make.looks_for_a_mentor(make.a_graduate(legal_name="Lina Khalil"))
    offer = make.a_mentoring_offer(make.a_mentor(is_named=False, legal_name="Sami Odeh"))
    talk = make.an_introduction(offer, goals, state="accepted", shares=shares)
    row = make.a_session(make.an_engagement(talk))
    sides = (row.engagement.owner, row.engagement.candidate)
    for own, other, name in (
        (*sides, "Lina Khalil"),
        (*reversed(sides), "Sami Odeh"),
    ):
        page = text(read(own, url(row)))
        assert (name in page) is is_named
        assert (other.alias_code in page) is not is_named
