"""The first page after logging in: by role matches, saved, numbers, and what staff are led to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ledger.models import Event, Outbox
from matching import runs
from matching.saved.actions import save_item
from profiles.onboarding import tasks
from profiles.onboarding.tasks import Task
from tests import make
from tests.platform.dashboard.reading import PAGE, read
from tests.reading import queries

pytestmark = pytest.mark.django_db


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


def test_whoever_has_tasks_reads_them_in_the_place_of_matches(client, monkeypatch):
    todo = Task("Skills", "Unlocks matches", "/b/", "not", "To do", is_needed=True)
    monkeypatch.setitem(tasks._sources, "graduate", [lambda profile: [todo]])
    page = read(client, make.a_graduate(verified=False)).content.decode()
    assert "Your profile" in page
    assert "You are not matched yet" not in page


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
