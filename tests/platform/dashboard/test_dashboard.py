"""The first page after logging in: by role what needs this person, matches, saved, numbers."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from ledger.models import Event, Outbox
from matching import runs
from matching.models import SavedSearch
from matching.saved.actions import save_item
from profiles.isolation import own_words
from profiles.models import Draft, Profile
from profiles.onboarding import tasks
from profiles.onboarding.tasks import Task
from tests import make
from tests.reading import queries

pytestmark = pytest.mark.django_db
PAGE = "/dashboard/"


def read(client: Client, profile: Profile, **account: Any):
    client.force_login(make.acts_for(profile, **account))
    return client.get(PAGE)


def titles(page) -> list[str]:
    return [
        need.title.replace("\u2068", "").replace("\u2069", "") for need in page.context["needs"]
    ]


def in_days(days: int):
    """On the clock of whoever reads: an account of `make` lives in Hebron."""
    return timezone.localdate(timezone=ZoneInfo("Asia/Hebron")) + timedelta(days=days)


def test_stranger_is_asked_to_log_in(client):
    assert client.get(PAGE).url == "/accounts/login/?next=/dashboard/"


def test_logging_in_leads_here(client):
    make.an_account(email="who@example.org", password="a-long-secret")
    typed = {"login": "who@example.org", "password": "a-long-secret"}
    assert client.post("/accounts/login/", typed).url == PAGE


def test_account_without_a_role_is_led_to_one(client):
    client.force_login(make.an_account())
    page = client.get(PAGE)
    assert "You have no role yet" in page.content.decode()
    assert "Needs you now" not in page.content.decode()


def test_unfinished_profile_reads_its_next_task(client, monkeypatch):
    done = Task("Headline", "Unlocks being found", "/a/", "met", "Done", is_needed=True)
    todo = Task("Skills", "Unlocks matches", "/b/", "not", "To do", is_needed=True)
    monkeypatch.setitem(tasks._sources, "graduate", [lambda profile: [done, todo]])
    page = read(client, make.a_graduate(verified=False))
    assert [(need.title, need.url) for need in page.context["needs"]] == [("Skills", "/b/")]
    assert len(page.context["tasks"]) == 2


def test_whoever_has_tasks_reads_them_in_the_place_of_matches(client, monkeypatch):
    todo = Task("Skills", "Unlocks matches", "/b/", "not", "To do", is_needed=True)
    monkeypatch.setitem(tasks._sources, "graduate", [lambda profile: [todo]])
    page = read(client, make.a_graduate(verified=False)).content.decode()
    assert "Your profile" in page
    assert "You are not matched yet" not in page


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


def test_graduate_reads_the_three_best_matches_with_reasons(client):
    graduate = make.a_graduate(skills={"python": 3, "django": 2})
    search = make.looks_for_a_job(graduate)
    for number in range(5):
        make.a_job(make.a_local_firm(), title=f"Job {number}", skills={"python": 3, "docker": 1})
    runs.run("hiring")
    page = read(client, graduate)
    best = page.context["best"]
    assert len(best.lines) == 3
    assert ("partly", "1 of 2 required skills; missing: Docker") in best.lines[0].reasons
    assert best.all_url == f"/matches/?of={search.public_id}"
    assert best.heading == "Best matches: Jobs"


def test_investor_reads_the_startups_that_fit_the_mandate(client):
    investor = make.an_investor()
    make.a_mandate(investor, title="Seed in fintech")
    make.raises(make.a_startup(headline="Payments for shops"))
    runs.run("investing")
    best = read(client, investor).context["best"]
    assert (best.heading, best.of) == ("Startups that fit your mandate", "Seed in fintech")
    assert [line.title for line in best.lines] == ["Payments for shops"]


def test_startup_reads_the_mandates_it_fits(client):
    startup = make.a_startup()
    make.raises(startup)
    make.a_mandate(title="Seed in fintech")
    runs.run("investing")
    assert [line.title for line in read(client, startup).context["best"].lines] == [
        "Seed in fintech"
    ]


@pytest.mark.parametrize(
    ("build", "title"),
    [
        (make.a_graduate, "You are not matched yet"),
        (make.a_mentor, "No hours are offered yet"),
        (make.an_investor, "No mandate is stated yet"),
        (make.a_local_firm, "Your team is not offered yet"),
        (make.a_startup, "No raise is stated yet"),
        (make.a_diaspora_firm, "Nothing is posted yet"),
        (make.an_international_company, "Nothing is posted yet"),
    ],
)
def test_each_role_begins_with_its_own_one_action(client, build, title):
    page = read(client, build())
    assert str(page.context["start"].title) == title
    assert page.context["best"] is None


def test_whoever_offers_and_fits_nobody_reads_that(client):
    company = make.an_international_company()
    make.a_job(company)
    assert str(read(client, company).context["start"].title) == "No match yet"


def test_company_reads_its_openings_by_state_and_the_matches_of_each(client):
    company = make.an_international_company()
    make.a_job(company, title="Backend developer")
    make.a_job(company, status="draft", published_at=None)
    for _ in range(2):
        make.looks_for_a_job(make.a_graduate())
    runs.run("hiring")
    numbers = [(value, str(text)) for value, text in read(client, company).context["numbers"]]
    assert numbers[:2] == [("1", "opening is a draft"), ("1", "opening is published")]
    assert numbers[2][0] == "2"
    assert "Backend developer" in numbers[2][1]


def test_what_a_person_keeps_is_counted_as_far_as_they_may_read_it(client):
    graduate = make.a_graduate()
    account = make.acts_for(graduate)
    kept, gone = make.a_job(), make.a_job()
    for item in (kept, gone, make.a_mentor()):
        save_item(item=item, by_id=account.pk)
    make.excludes(gone.owner, graduate)
    client.force_login(account)
    assert client.get(PAGE).context["desk"].kept == {"openings": 1, "profiles": 1, "drafts": 0}


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


def test_staff_are_led_to_what_waits_with_its_age(client):
    for days in (9, 2):
        make.a_graduate(verified=False, submitted_at=timezone.now() - timedelta(days=days))
    event = Event.objects.create(verb="x")
    Outbox.objects.create(event=event, handler="x", state=Outbox.State.FAILED)
    chief = make.staff(is_superuser=True)
    client.force_login(chief)
    page = client.get(PAGE)
    verify, news = page.context["queues"]
    assert verify.title == "2 profiles wait to be verified"
    assert "1\xa0week" in verify.text
    assert news.title == "One piece of news was not delivered"
    queue = client.get(verify.url, follow=True)
    assert queue.context["cl"].result_count == 2


def test_staff_with_nothing_to_do_read_that(client):
    client.force_login(make.staff())
    assert "everything is delivered" in client.get(PAGE).content.decode()


def test_arabic_page_opens(client):
    client.force_login(make.acts_for(make.a_graduate()))
    assert 'dir="rtl"' in client.get("/ar/dashboard/").content.decode()


@pytest.mark.parametrize("role", ["graduate", "company"])
def test_page_costs_the_same_for_sixty_as_for_three(client, role):
    graduate, company = make.a_graduate(), make.an_international_company()
    make.looks_for_a_job(graduate)
    make.a_job(company)
    account = make.acts_for(graduate if role == "graduate" else company)
    client.force_login(account)

    def more(number: int) -> int:
        for _ in range(number):
            job = make.a_job(make.a_local_firm() if role == "graduate" else company)
            save_item(item=job, by_id=account.pk)
            make.looks_for_a_job(make.a_graduate())
        runs.run("hiring")
        assert len(client.get(PAGE).context["best"].lines) == 3
        return queries(client, PAGE)

    few = more(3)
    assert few == more(57) <= 10
