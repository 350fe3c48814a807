"""Every kind goes from an empty profile to one that is sent in, question by question."""

from typing import Any

import pytest
from django.test import Client

from ledger.models import Event
from profiles.models import Profile
from profiles.reviewing import send_back
from tests.profiles.onboarding.answers import NEEDED, OPTIONAL
from tests.profiles.onboarding.conftest import Opened, ask

pytestmark = pytest.mark.django_db
KINDS = Profile.Kind.values


@pytest.mark.parametrize("kind", KINDS)
def test_each_answer_leads_to_the_next_question_and_the_last_to_the_check(
    client: Client, opened: Opened, kind: str
) -> None:
    opened(kind)
    steps = list(NEEDED[kind].items())
    follow = [f"/profile/questions/{slug}/" for slug, _ in steps[1:]] + ["/profile/check/"]
    assert [ask(client, slug, sent).headers["Location"] for slug, sent in steps] == follow


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_profile_names_its_first_question_as_the_next_step(
    client: Client, opened: Opened, kind: str
) -> None:
    opened(kind)
    page = client.get("/profile/").content.decode()
    first = next(iter(NEEDED[kind]))
    assert page.count('class="btn p"') == 1
    assert f'class="btn p" href="/profile/questions/{first}/"' in page
    assert f"{len(missing_in(page))} answers are missing" in page


def missing_in(page: str) -> list[str]:
    return [part for part in page.split("<li>") if ">Needed</span>" in part]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_complete_is_sent_in_once(client: Client, answered: Opened, kind: str) -> None:
    profile = answered(kind)
    assert 'href="/profile/check/"' in client.get("/profile/").content.decode()
    for _ in range(2):
        assert client.post("/profile/check/").headers["Location"] == "/profile/"
    profile.refresh_from_db()
    assert profile.submitted_at is not None
    assert not profile.is_verified
    assert Event.objects.filter(verb="profile.submitted", subject_id=profile.pk).count() == 1
    assert "Sent in on" in client.get("/profile/").content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_missing_is_named_and_nothing_is_sent(
    client: Client, opened: Opened, kind: str
) -> None:
    profile = opened(kind)
    page = client.post("/profile/check/", follow=True).content.decode()
    assert "answers are still missing" in page
    assert "Headline" in page
    profile.refresh_from_db()
    assert profile.submitted_at is None


@pytest.mark.parametrize("kind", KINDS)
def test_optional_answers_lead_back_to_the_list(client: Client, opened: Opened, kind: str) -> None:
    profile = opened(kind)
    for slug, sent in OPTIONAL.items():
        if slug in asked_of(profile):
            assert ask(client, slug, sent).headers["Location"] == "/profile/"
    page = client.get("/profile/check/").content.decode()
    assert "B2, work" in page


def test_skill_keeps_its_reading_order_among_the_answers(client: Client, opened: Opened) -> None:
    opened("mentor")
    ask(client, "skills", {"skills-pick": ["cpp"], "skills-of-cpp": "3"})
    page = client.get("/ar/profile/check/").content.decode()
    assert "<bdi>C++</bdi>:" in page


def asked_of(profile: Profile) -> set[str]:
    from profiles.onboarding.flows import flow_of

    return {question.slug for question in flow_of(profile).of(profile)}


@pytest.mark.parametrize("kind", KINDS)
def test_sent_twice_an_answer_changes_and_records_nothing_more(
    client: Client, answered: Opened, kind: str
) -> None:
    profile = answered(kind)
    before = Event.objects.count()
    for slug, sent in NEEDED[kind].items():
        assert ask(client, slug, sent).status_code == 302
    assert Event.objects.count() == before
    assert Profile.objects.get(pk=profile.pk).updated_at == profile.updated_at


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_question_is_asked_in_few_queries(
    client: Client,
    answered: Opened,
    django_assert_max_num_queries: Any,
    kind: str,
    language: str,
) -> None:
    profile = answered(kind)
    prefix = "/ar" if language == "ar" else ""
    pages = [f"/profile/questions/{slug}/" for slug in asked_of(profile)]
    for page in ["/profile/", "/profile/check/", *pages]:
        client.get(prefix + page)
        with django_assert_max_num_queries(10):
            assert client.get(prefix + page).status_code == 200, page


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_answer_is_told_in_words_and_loses_nothing(
    client: Client, opened: Opened, kind: str
) -> None:
    opened(kind)
    page = ask(client, "headline", {"headline": " \u200b ", "about": "I build", "language": "en"})
    body = page.content.decode()
    assert page.status_code == 422
    assert "One answer needs another look" in body
    assert "I build" in body


def test_a_changed_answer_leads_back_to_the_check(client: Client, answered: Opened) -> None:
    answered("mentor")
    sent = NEEDED["mentor"]["name"]
    assert ask(client, "name", sent, "?checking=1").headers["Location"] == "/profile/check/"


def test_a_country_with_several_clocks_asks_which(client: Client, opened: Opened) -> None:
    profile = opened("mentor")
    answer = ask(client, "where", {"country": "US"})
    assert answer.headers["Location"] == "/profile/questions/zone/"
    ask(client, "zone", {"time_zone": "America/Chicago"})
    ask(client, "where", {"country": "US"})
    profile.refresh_from_db()
    assert (profile.country.code, profile.time_zone) == ("US", "America/Chicago")
    ask(client, "where", {"country": "DE"})
    profile.refresh_from_db()
    assert profile.time_zone == "Europe/Berlin"


def test_the_clock_of_gaza_follows_from_the_governorate(client: Client, opened: Opened) -> None:
    profile = opened("graduate")
    ask(client, "where", {"governorate": "PS-RFH"})
    profile.refresh_from_db()
    assert (profile.country.code, profile.time_zone) == ("PS", "Asia/Gaza")


def test_a_firm_in_palestine_says_its_governorate(client: Client, opened: Opened) -> None:
    opened("firm")
    page = ask(client, "where", {"country": "PS", "governorate": ""})
    assert "Choose the governorate." in page.content.decode()


def test_what_staff_sent_back_says_why_and_may_be_sent_again(
    client: Client, answered: Opened
) -> None:
    profile = answered("mentor")
    client.post("/profile/check/")
    profile.refresh_from_db()
    send_back(profile=profile, reason="unclear", by_id=None)
    page = client.get("/profile/").content.decode()
    assert "Programme staff sent it back" in page
    assert "What you do is not clear yet." in page
    client.post("/profile/check/")
    assert "Sent in on" in client.get("/profile/").content.decode()
