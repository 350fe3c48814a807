"""One introduction as either side reads it, what each may do there, and what nobody else may."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from ledger.models import Event
from matching import runs
from matching.introductions import actions, outages
from profiles.models import Governorate
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.on_the_page import read, url
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, 10, tzinfo=UTC)


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


def test_the_message_stands_alone_in_its_language() -> None:
    row = make.an_introduction(message="<b>مرحبا</b>")
    page = text(read(row.asked, row))
    assert '<blockquote class="said" dir="auto" lang="en">' in page
    assert "&lt;b&gt;مرحبا&lt;/b&gt;" in page


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
    client = logged_in(make.acts_for(getattr(row, side)))
    assert queries(client, url(row)) <= 10


def test_whoever_reads_more_by_consent_leaves_a_note_for_the_owner() -> None:
    row = make.an_introduction(shares=Step.CONTACT)
    client = logged_in(make.acts_for(row.asked))
    for _twice in range(2):
        client.get(reverse("introduction", args=[row.public_id]))
    note = Event.objects.get(verb="consent.read")
    assert (note.codes["owner"], note.codes["to"]) == (row.asker_id, row.asked_id)


def test_a_person_goes_from_here_to_change_what_the_other_reads_and_a_firms_members_do_not() -> (
    None
):
    row = make.an_introduction(state="accepted")
    person, firm = row.asker, row.asked
    pages = {}
    for side in (person, firm):
        client = logged_in(make.acts_for(side))
        pages[side] = client.get(f"/introductions/{row.public_id}/").content.decode()
    at = f"/profile/privacy/{person.public_id}/consents/{firm.public_id}/"
    assert f'href="{at}"' in pages[person]
    assert f"/consents/{person.public_id}/" not in pages[firm]
