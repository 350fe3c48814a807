"""What needs this person now: the soonest first, nobody else's, and no more than a page holds."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from matching.models import SavedSearch
from profiles.isolation import own_words
from profiles.models import Draft
from profiles.onboarding import tasks
from profiles.onboarding.tasks import Task
from tests import make
from tests.platform.dashboard.reading import PAGE, read, titles

pytestmark = pytest.mark.django_db


def in_days(days: int) -> date:
    """On the clock of whoever reads: an account of `make` lives in Hebron."""
    return timezone.localdate(timezone=ZoneInfo("Asia/Hebron")) + timedelta(days=days)


def test_unfinished_profile_reads_its_next_task(client, monkeypatch):
    done = Task("Headline", "Unlocks being found", "/a/", "met", "Done", is_needed=True)
    todo = Task("Skills", "Unlocks matches", "/b/", "not", "To do", is_needed=True)
    monkeypatch.setitem(tasks._sources, "graduate", [lambda profile: [done, todo]])
    page = read(client, make.a_graduate(verified=False))
    assert [(need.title, need.url) for need in page.context["needs"]] == [("Skills", "/b/")]
    assert len(page.context["tasks"]) == 2


def test_complete_profile_is_sent_in_next(client):
    assert titles(read(client, make.a_graduate(verified=False))) == ["Send your profile in"]


def test_profile_that_was_sent_in_waits_for_staff(client):
    page = read(client, make.a_graduate(verified=False, submitted_at=timezone.now()))
    assert titles(page)[0].startswith("Sent in on ")


def test_paused_profile_is_told_first(client):
    assert titles(read(client, make.a_mentor(status="paused"))) == ["Your profile is paused"]


def test_requests_to_answer_come_first_the_soonest_due_before_all_else(client):
    job = make.a_job(title="Backend", closes_on=in_days(5))
    later = make.an_introduction(job, due_at=timezone.now() + timedelta(hours=60))
    sooner = make.an_introduction(job, due_at=timezone.now() + timedelta(hours=5))
    make.an_introduction(job, state="accepted")
    make.an_introduction(job, state="declined")
    page = read(client, job.owner)
    assert titles(page)[:3] == [
        "A request waits for your answer: “Backend”",
        "A request waits for your answer: “Backend”",
        "You are introduced: “Backend”",
    ]
    assert titles(page)[3].startswith("“Backend” closes on ")
    assert len(titles(page)) == 4
    assert [need.url for need in page.context["needs"]][:2] == [
        f"/introductions/{row.public_id}/" for row in (sooner, later)
    ]
    assert page.context["needs"][0].text.endswith("; 4 hours left.")


def test_what_waits_for_ones_word_comes_right_after_requests_and_not_for_whoever_stated_it(client):
    job = make.a_job(title="Backend", capacity=5)
    make.an_introduction(job)
    talks = [make.an_introduction(job, state="accepted") for _ in range(2)]
    row = make.an_engagement(talks[0], state="stated")
    row.agreements.update(due_at=timezone.now() + timedelta(hours=5))
    make.an_engagement(talks[1], by=job.owner, state="stated")
    page = read(client, job.owner)
    assert titles(page)[:3] == [
        "A request waits for your answer: “Backend”",
        "Is that what came of it? “Backend”",
        "You are introduced: “Backend”",
    ]
    assert page.context["needs"][1].url == f"/engagements/{row.public_id}/"
    assert page.context["needs"][1].text.endswith("; 4 hours left.")


def test_a_word_that_an_outage_stops_is_said_to_wait(client):
    row = make.an_engagement(state="stated")
    row.agreements.update(due_at=None)
    needs = read(client, row.owner).context["needs"]
    assert needs[0].text == "The clock stands still because of an outage."


def test_whoever_asked_is_told_when_it_is_accepted_and_not_while_it_waits(client):
    waiting, accepted = make.an_introduction(), make.an_introduction(state="accepted")
    assert titles(read(client, waiting.asker)) == []
    assert titles(read(client, accepted.asker)) == [
        f"You are introduced: “{accepted.opening.title}”"
    ]


def test_opening_that_closes_soon_comes_before_one_that_rests(client):
    company = make.an_international_company()
    make.a_job(company, title="Resting", status="paused")
    make.a_job(company, title="Later", closes_on=in_days(5))
    make.a_job(company, title="Soon", closes_on=in_days(1))
    make.a_job(company, title="In a month", closes_on=in_days(30))
    page = read(client, company)
    assert titles(page)[0] == "“Soon” closes tomorrow"
    assert titles(page)[1].startswith("“Later” closes on ")
    assert titles(page)[2:] == ["Paused: Resting"]


def test_consent_that_ends_soon_is_told(client):
    graduate = make.a_graduate()
    make.looks_for_a_job(graduate, until=in_days(3))
    make.looks_for_a_placement(graduate, until=in_days(90))
    page = read(client, graduate)
    assert len(titles(page)) == 1
    assert titles(page)[0].startswith("Your consent to be matched ends on ")


def test_draft_that_waits_is_told(client):
    graduate = make.a_graduate()
    account = make.acts_for(graduate)
    Draft.objects.create(user=account, form="question:headline:1", data={})
    client.force_login(account)
    assert titles(client.get(PAGE)) == ["One form is begun and not saved"]


def test_search_with_news_leads_to_what_it_found(client):
    account = make.acts_for(make.a_graduate())
    search = SavedSearch.objects.create(
        user=account, list="openings", query="q=x", label_en="x", label_ar="x", news=3
    )
    client.force_login(account)
    page = client.get(PAGE)
    assert titles(page) == ["3 new results: x"]
    assert own_words("x") in page.content.decode()
    assert page.context["needs"][0].url == f"/saved/searches/{search.public_id}/"


def test_nobody_is_told_everything_at_once(client):
    company = make.an_international_company()
    for _ in range(9):
        make.a_job(company, status="paused")
    assert len(titles(read(client, company))) == 6


def test_calm_page_says_that_nothing_waits(client):
    assert "Nothing waits for you." in read(client, make.a_mentor()).content.decode()


def test_page_is_of_the_role_that_one_acts_as(client):
    mentor = make.a_mentor()
    account = make.acts_for(mentor)
    investor = make.an_investor(user=account)
    make.a_mandate(investor, title="Mandate", closes_on=in_days(2))
    client.force_login(account)
    assert titles(client.get(PAGE)) == []
    session = client.session
    session["acting"] = str(investor.public_id)
    session.save()
    assert titles(client.get(PAGE))[0].startswith("“Mandate” closes on ")


def test_somebody_elses_matter_stands_on_nobodys_page(client):
    make.a_job(title="Secret", closes_on=in_days(1))
    page = read(client, make.an_international_company()).content.decode()
    assert "Secret" not in page
