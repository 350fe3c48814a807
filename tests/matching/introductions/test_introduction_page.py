"""One introduction as either side reads it, what each may do there, and what nobody else may."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ledger.models import Event
from matching import runs
from matching.introductions import actions, outages
from matching.introductions.models import Introduction, Report
from matching.models import Exclusion
from profiles.models import Consent, Governorate, Profile
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_index(settings: Any, tmp_path: Any) -> None:
    settings.INDEX_ROOT = tmp_path


def url(row: Introduction, act: str = "") -> str:
    if act:
        return reverse("act-on-introduction", args=[row.public_id, act])
    return reverse("introduction", args=[row.public_id])


def read(profile: Profile, row: Introduction, **account: Any) -> Any:
    client = Client()
    client.force_login(make.acts_for(profile, **account))
    return client.get(url(row))


def do(profile: Profile, row: Introduction, act: str, **said: Any) -> Any:
    client = Client()
    client.force_login(make.acts_for(profile))
    return client.post(url(row, act), said, follow=True)


def text(page: Any) -> str:
    return page.content.decode().replace("\u2068", "").replace("\u2069", "")


def labels(page: Any) -> list[str]:
    return [action.label for action in page.context["actions"]]


def test_both_sides_read_one_timeline_in_their_own_zone() -> None:
    row = make.an_introduction(make.a_job(), purpose="interview")
    at = Event.objects.get(verb="introduction.asked").at
    for side, zone, city, said in (
        (row.asker, "Asia/Gaza", "Gaza", "You asked: An interview"),
        (row.asked, "America/Santiago", "Santiago", "They asked: An interview"),
    ):
        (only,) = read(side, row, time_zone=zone).context["timeline"]
        assert only.text == said
        assert only.at.endswith(f", {at.astimezone(ZoneInfo(zone)):%H:%M} in {city}")


def test_the_answer_is_due_on_the_readers_clock() -> None:
    with time_machine.travel(NOW, tick=False) as now:
        row = make.an_introduction()
        now.shift(timedelta(hours=10))
        page = text(read(row.asked, row, time_zone="Asia/Gaza"))
    assert "Answer due Saturday 28 Nov, 14:10 in Gaza; 2 days left." in page


def test_an_outage_that_stops_the_clock_is_named() -> None:
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    job = make.a_job()
    row = make.an_introduction(job, search, asker=job.owner)
    outages.declare(
        what="internet",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=datetime.now(UTC) - timedelta(minutes=1),
        by_id=None,
    )
    for side in (row.asker, row.asked):
        page = text(read(side, row))
        assert "The clock stands still because of an outage." in page
        assert "Internet outage since" in page


def test_an_outage_that_is_over_says_what_it_added() -> None:
    with time_machine.travel(NOW, tick=False) as now:
        search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
        job = make.a_job()
        row = make.an_introduction(job, search, asker=job.owner)
        outages.declare(
            what="power",
            governorates=Governorate.objects.filter(code="PS-GZA"),
            starts_at=NOW + timedelta(hours=1),
            ends_at=NOW + timedelta(hours=20),
            by_id=None,
        )
        now.shift(timedelta(hours=21))
        page = text(read(row.asked, row, time_zone="Asia/Gaza"))
    assert "Power cut, Wednesday 25 Nov, 15:10 in Gaza: the clock stood still for 19 hours" in page


@pytest.mark.parametrize(
    ("state", "asker", "asked"),
    [
        ("waiting", ["Withdraw"], ["Accept", "Decline"]),
        ("accepted", ["End it"], ["End it"]),
        ("declined", ["Ask again"], ["Ask again"]),
        ("withdrawn", ["Ask again"], ["Ask again"]),
        ("expired", ["Ask again"], ["Ask again"]),
        ("ended", ["Ask again"], ["Ask again"]),
        ("lapsed", [], []),
    ],
)
def test_each_side_is_offered_what_the_table_allows(
    state: str, asker: list[str], asked: list[str]
) -> None:
    row = make.an_introduction(state=state)
    assert labels(read(row.asker, row)) == asker
    assert labels(read(row.asked, row)) == asked


@pytest.mark.parametrize("act", ["accept", "decline", "withdraw", "end", "report", "block", ""])
def test_strangers_outsiders_and_staff_find_nothing(act: str) -> None:
    row = make.an_introduction()
    assert Client().get(url(row, act)).status_code == 302
    for account in (make.acts_for(make.a_graduate()), make.staff()):
        client = Client()
        client.force_login(account)
        assert client.get(url(row, act)).status_code == 404
        if act:
            assert client.post(url(row, act), {"because": "done"}).status_code == 404
    row.refresh_from_db()
    assert row.state == "waiting"


def test_whoever_only_reads_for_a_firm_reads_it_and_does_nothing() -> None:
    row = make.an_introduction()
    client = Client()
    client.force_login(make.acts_for(row.asked, role="reader"))
    assert labels(client.get(url(row))) == []
    assert client.post(url(row, "accept"), {"shares": "2"}).status_code == 404


def test_accepting_says_what_it_takes_and_shares_what_was_chosen() -> None:
    mentor = make.a_mentor(hours_month=6, legal_name="Sameh Khoury", is_named=False)
    mentor.identity.email = "sameh@example.org"
    mentor.identity.save()
    row = make.an_introduction(make.a_mentoring_offer(mentor, capacity=3), hours=2)
    client = Client()
    client.force_login(make.acts_for(mentor))
    page = text(client.get(url(row, "accept")))
    assert "It takes one of 3 places; 0 are taken." in page
    assert "It takes 2 hours of your month; 6 are left." in page
    client.post(url(row, "accept"), {"shares": "4"})
    row.refresh_from_db()
    assert row.state == "accepted"
    seen = text(read(row.asker, row))
    assert "Sameh Khoury" in seen
    assert "sameh@example.org" in seen


def test_a_full_opening_accepts_nobody_and_says_why() -> None:
    offer = make.a_mentoring_offer(capacity=1)
    rows = [make.an_introduction(offer) for _ in range(2)]
    do(offer.owner, rows[0], "accept", shares="3")
    page = do(offer.owner, rows[1], "accept", shares="3")
    assert "The only place is taken." in text(page)
    rows[1].refresh_from_db()
    assert rows[1].state == "waiting"


def test_declining_needs_a_reason_that_the_other_reads() -> None:
    row = make.an_introduction()
    assert do(row.asked, row, "decline").status_code == 422
    do(row.asked, row, "decline", because="terms")
    row.refresh_from_db()
    assert row.state == "declined"
    page = text(read(row.asker, row))
    assert "The reason: The terms do not suit." in page
    assert "They declined: The terms do not suit" in page


def test_ending_says_who_and_why() -> None:
    row = make.an_introduction(state="accepted")
    do(row.asker, row, "end", because="done")
    assert "You ended it: What it was for is done" in text(read(row.asker, row))
    assert "They ended it: What it was for is done" in text(read(row.asked, row))


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_a_stale_page_names_the_state_and_changes_nothing(act: str) -> None:
    row = make.an_introduction(state="withdrawn")
    page = do(row.asked, row, act, shares="3", because="terms")
    assert "This request is “Withdrawn” now. Nothing was changed." in text(page)
    client = Client()
    client.force_login(make.acts_for(row.asked))
    assert "“Withdrawn” now" in text(client.get(url(row, act), follow=True))


def test_a_move_of_the_other_side_is_not_ones_own() -> None:
    row = make.an_introduction()
    assert do(row.asker, row, "accept", shares="2").status_code == 404
    row.refresh_from_db()
    assert row.state == "waiting"


def test_the_message_stands_alone_in_its_language() -> None:
    row = make.an_introduction(message="<b>مرحبا</b>")
    page = text(read(row.asked, row))
    assert '<blockquote class="said" dir="auto" lang="en">' in page
    assert "&lt;b&gt;مرحبا&lt;/b&gt;" in page


def test_reported_it_reaches_staff_once() -> None:
    row = make.an_introduction()
    for _ in range(2):
        assert "Reported." in text(do(row.asked, row, "report", why="money"))
    assert Report.objects.get().by == row.asked


def test_blocked_they_read_nothing_of_each_other_and_not_who_did_it() -> None:
    firm = make.a_local_firm(headline="Canary head")
    row = make.an_introduction(make.a_job(firm), shares=Step.CONTACT)
    assert "You never meet again" in text(do(row.asked, row, "block"))
    assert Exclusion.objects.filter(reason="blocked").exists()
    assert not Consent.objects.in_force().exists()
    for side in (row.asker, row.asked):
        page = text(read(side, row))
        assert "This introduction is not possible any more" in page
        assert "One of you is not to be met here any more." in page
        assert "Canary head" not in page
        assert "block" not in page.partition("<main")[2].partition("timeline")[2]


def test_of_whoever_vanished_nothing_is_read_any_more() -> None:
    search = make.looks_for_a_job(make.a_graduate(headline="Canary head"))
    row = make.an_introduction(make.a_job(), search, message="Canary words", shares=Step.CONTACT)
    vanish(user=make.acts_for(row.asker))
    page = text(read(row.asked, row))
    assert "Canary words" not in page
    assert "Canary head" not in page
    assert row.asker.alias_code in page


def test_lapsed_reads_the_same_whatever_happened() -> None:
    pages = []
    for happens in ("vanish", "exclude", "withdraw"):
        row = make.an_introduction(make.a_job(title="One title"))
        actions.lapse(introduction=row)
        if happens == "vanish":
            vanish(user=make.acts_for(row.asker))
        if happens == "exclude":
            make.excludes(row.asker, row.asked)
        context = read(row.asked, row).context
        pages.append((context["heading"], context["meaning"], "card" in context))
    assert len(set(pages)) == 1


def test_after_a_no_the_next_best_match_is_proposed_and_never_one_already_asked() -> None:
    graduate = make.a_graduate()
    search = make.looks_for_a_job(graduate)
    jobs = [make.a_job(title=f"Job {number}") for number in range(3)]
    runs.run("hiring")
    first = make.an_introduction(jobs[0], search, state="declined")
    make.an_introduction(jobs[1], search, state="withdrawn")
    page = read(graduate, first)
    assert page.context["next_line"]["title"] == "Job 2"
    assert page.context["next_line"]["ask_url"] in text(page)
    assert "next_line" not in read(first.asked, first).context


def test_where_nobody_is_left_nothing_is_proposed() -> None:
    row = make.an_introduction(state="expired")
    runs.run("hiring")
    assert "next_line" not in read(row.asker, row).context


@pytest.mark.parametrize("state", ["waiting", "accepted", "declined", "ended", "expired"])
@pytest.mark.parametrize("side", ["asker", "asked"])
def test_the_page_takes_at_most_ten_queries(state: str, side: str) -> None:
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    row = make.an_introduction(make.a_job(), search, state=state)
    make.a_job()
    runs.run("hiring")
    client = Client()
    client.force_login(make.acts_for(getattr(row, side)))
    client.get(url(row))
    with CaptureQueriesContext(connection) as queries:
        client.get(url(row))
    assert len(queries) <= 10, [query["sql"][:200] for query in queries]
