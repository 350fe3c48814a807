"""From a match, its card and an opening to the page of asking, or to what came of it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from matching import runs
from matching.models import Candidacy, Opening
from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db


def read(profile: Profile, url: str, **member: Any) -> Any:
    client = Client()
    client.force_login(make.acts_for(profile, **member))
    return client.get(url)


def of_pair(name: str, job: Opening, search: Candidacy) -> str:
    return reverse(name, args=[job.public_id, search.public_id])


@pytest.fixture
def job() -> Opening:
    return make.a_job()


@pytest.fixture
def search() -> Candidacy:
    return make.looks_for_a_job(make.a_graduate())


def test_both_sides_of_a_match_are_led_to_asking(job: Opening, search: Candidacy) -> None:
    for side in (search.profile, job.owner):
        page = read(side, of_pair("match", job, search))
        assert page.context["meeting"].url == of_pair("ask-introduction", job, search)
        assert page.context["meeting"].url in page.content.decode()


def test_staff_and_readers_of_a_firm_are_not(job: Opening, search: Candidacy) -> None:
    client = Client()
    client.force_login(make.staff())
    assert client.get(of_pair("match", job, search)).context["meeting"] is None
    page = read(job.owner, of_pair("match", job, search), role="reader")
    assert page.context["meeting"].url == ""


@pytest.mark.parametrize(
    ("state", "asker", "asked"),
    [
        ("waiting", "See the introduction", "Read and answer"),
        ("accepted", "See the introduction", "See the introduction"),
        ("declined", "Ask again", "Ask again"),
    ],
)
def test_what_came_of_it_is_said_on_the_match(
    job: Opening, search: Candidacy, state: str, asker: str, asked: str
) -> None:
    row = make.an_introduction(job, search, state=state)
    for side, action in ((row.asker, asker), (row.asked, asked)):
        assert read(side, of_pair("match", job, search)).context["meeting"].action == action


def test_how_they_answer_is_said_on_the_match_and_the_profile(
    job: Opening, search: Candidacy
) -> None:
    for _ in range(3):
        make.an_introduction(job, state="declined")
    words = ("usually answers within a day", "answers 3 of 3 requests")
    assert read(search.profile, of_pair("match", job, search)).context["meeting"].answers == words
    page = read(search.profile, reverse("profile", args=[job.owner.public_id]))
    assert page.context["answers"] == words


def test_cards_of_matches_lead_to_asking_and_to_what_runs(search: Candidacy) -> None:
    jobs = [make.a_job(title=f"Job {number}") for number in range(2)]
    runs.run("hiring")
    row = make.an_introduction(jobs[1], search)
    page = read(search.profile, "/matches/")
    urls = {line.title: line.meeting.url for line in page.context["lines"]}
    assert urls == {
        "Job 0": of_pair("ask-introduction", jobs[0], search),
        "Job 1": reverse("introduction", args=[row.public_id]),
    }
    assert all(url in page.content.decode() for url in urls.values())


def test_an_opening_leads_whoever_seeks_it_to_asking(job: Opening, search: Candidacy) -> None:
    page = read(search.profile, reverse("opening", args=[job.public_id]))
    assert page.context["meeting"].url in page.content.decode()
    assert page.context["first_step"] is None


@pytest.mark.parametrize(
    ("who", "leads_to"),
    [
        ("graduate", "/candidacies/new/hiring/"),
        ("unverified", "/profile/"),
        ("mentor", "/profile/roles/"),
        ("stranger", "/join/"),
    ],
)
def test_an_opening_names_the_one_step_that_is_missing(
    job: Opening, who: str, leads_to: str
) -> None:
    url = reverse("opening", args=[job.public_id])
    build = {
        "graduate": make.a_graduate,
        "unverified": lambda: make.a_graduate(verified=False),
        "mentor": make.a_mentor,
    }.get(who)
    page = read(build(), url) if build else Client().get(url)
    assert page.context["first_step"].url == leads_to
    assert f'href="{leads_to}"' in page.content.decode()


def test_an_owner_is_not_told_how_to_ask_themselves(job: Opening) -> None:
    assert read(job.owner, reverse("opening", args=[job.public_id])).context["first_step"] is None
