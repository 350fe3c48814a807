"""The page on which one asks to meet: who may, what stands in the way, what is sent."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from profiles.models import Consent, Profile
from profiles.steps import Step
from tests import make
from tests.reading import queries, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def job() -> Opening:
    return make.a_job(title="Backend developer")


@pytest.fixture
def search() -> Candidacy:
    return make.looks_for_a_job(make.a_graduate(legal_name="Lina Haddad", governorate="PS-GZA"))


def ask_url(job: Opening, search: Candidacy) -> str:
    return reverse("ask-introduction", args=[job.public_id, search.public_id])


def as_(client: Client, profile: Profile, **account: Any) -> Client:
    client.force_login(make.acts_for(profile, **account))
    return client


def typed(**changed: Any) -> dict[str, Any]:
    said = {"public_id": uuid4(), "purpose": "talk", "message": "May we talk?", "shares": "2"}
    return said | changed


def test_a_candidate_asks_and_reads_what_comes_next(client, job, search) -> None:
    page = as_(client, search.profile).post(ask_url(job, search), typed(shares="3"), follow=True)
    row = Introduction.objects.get()
    assert page.redirect_chain[-1][0] == reverse("introduction", args=[row.public_id])
    assert (row.asker, row.asked, row.shares) == (search.profile, job.owner, Step.NAME)
    assert Consent.objects.get().step == Step.NAME
    assert "Sent. They have 72 hours" in text(page)


def test_an_owner_asks_a_candidate(client, job, search) -> None:
    as_(client, job.owner).post(ask_url(job, search), typed(shares="3"))
    assert Introduction.objects.get().asker == job.owner


def test_the_page_says_word_for_word_what_will_be_shared(client, job, search) -> None:
    identity = search.profile.identity
    identity.email, identity.phone, identity.address = "l@example.org", "+970 1", ""
    identity.save()
    page = text(as_(client, search.profile).get(ask_url(job, search)))
    assert "They read: your capability, Gaza, Palestine" in page.replace("&#x27;", "'")
    assert "Lina Haddad. No way to reach you." in page
    assert "Lina Haddad, l@example.org, +970 1." in page
    assert "0 of your 5 requests wait" in page
    assert page.count('class="btn p"') == 1


def test_what_they_read_already_is_not_offered_as_less(client, job, search) -> None:
    Profile.objects.filter(pk=search.profile_id).update(is_named=True)
    search.profile.refresh_from_db()
    page = as_(client, search.profile).get(ask_url(job, search))
    assert [step for step, _ in page.context["form"].fields["shares"].choices] == [3, 4]


def test_too_long_a_message_says_by_how_much_and_keeps_what_was_typed(client, job, search) -> None:
    long = "ا" * 342
    page = as_(client, search.profile).post(ask_url(job, search), typed(message=long))
    assert page.status_code == 422
    assert "Yours has 342 characters: 42 too many." in text(page)
    assert long in text(page)
    assert not Introduction.objects.exists()


def test_three_hundred_characters_with_line_ends_fit(client, job, search) -> None:
    message = "a" * 149 + "\r\n" + "b" * 150
    as_(client, search.profile).post(ask_url(job, search), typed(message=message))
    assert len(Introduction.objects.get().message) == 300


@pytest.mark.parametrize("missing", ["purpose", "message", "shares"])
def test_an_answer_that_is_missing_is_asked_for(client, job, search, missing: str) -> None:
    page = as_(client, search.profile).post(ask_url(job, search), typed(**{missing: ""}))
    assert (page.status_code, list(page.context["form"].errors)) == (422, [missing])


def test_sent_twice_it_is_one_request(client, job, search) -> None:
    said = typed()
    for _ in range(2):
        page = as_(client, search.profile).post(ask_url(job, search), said)
        assert page.status_code == 302
    assert Introduction.objects.count() == 1


def test_asked_by_both_at_once_the_second_is_told_and_keeps_what_was_typed(
    client, job, search
) -> None:
    make.an_introduction(job, search, asker=job.owner)
    page = as_(client, search.profile).post(ask_url(job, search), typed(message="Mine"))
    assert page.status_code == 409
    assert "One of you has asked already. Nothing was sent." in text(page)
    assert "Mine" in text(page)


def test_a_live_introduction_is_shown_instead_of_the_form(client, job, search) -> None:
    row = make.an_introduction(job, search)
    page = as_(client, search.profile).get(ask_url(job, search))
    assert page.url == reverse("introduction", args=[row.public_id])


@pytest.mark.parametrize("who", ["stranger", "graduate", "reader", "staff", "excluded"])
def test_nobody_else_asks(client, job, search, who: str) -> None:
    if who == "excluded":
        make.excludes(job.owner, search.profile)
    account = {
        "graduate": lambda: make.acts_for(make.a_graduate()),
        "reader": lambda: make.acts_for(job.owner, role="reader"),
        "staff": make.staff,
        "excluded": lambda: make.acts_for(search.profile),
    }.get(who)
    if account:
        client.force_login(account())
    expected = 302 if who == "stranger" else 404
    assert client.get(ask_url(job, search)).status_code == expected
    assert client.post(ask_url(job, search), typed()).status_code == expected
    assert not Introduction.objects.exists()


def paused(job: Opening, search: Candidacy) -> Profile:
    Opening.objects.filter(pk=job.pk).update(status="paused")
    return job.owner


def own_pause(job: Opening, search: Candidacy) -> Profile:
    Profile.objects.filter(pk=job.owner_id).update(status="paused")
    return job.owner


def unverified(job: Opening, search: Candidacy) -> Profile:
    Profile.objects.filter(pk=search.profile_id).update(verified_at=None)
    return search.profile


def withdrawn(job: Opening, search: Candidacy) -> Profile:
    Candidacy.objects.filter(pk=search.pk).update(status="withdrawn")
    return search.profile


def five_wait(job: Opening, search: Candidacy) -> Profile:
    for _ in range(5):
        make.an_introduction(make.a_job(), search)
    return search.profile


def full(job: Opening, search: Candidacy) -> Profile:
    for _ in range(5):
        make.an_introduction(job, state="accepted")
    return search.profile


def full_for_its_owner(job: Opening, search: Candidacy) -> Profile:
    full(job, search)
    return job.owner


@pytest.mark.parametrize(
    ("before", "title", "leads_to"),
    [
        (paused, "This opening is not open", "/openings/"),
        (own_pause, "Your profile is paused", "/profile/privacy/"),
        (unverified, "Your profile is not verified yet", "/profile/"),
        (withdrawn, "You have not agreed to be matched here", "/openings/mine/"),
        (five_wait, "5 requests of yours wait", "/introductions/?show=sent"),
        (full, "All places are taken at present", "/openings/"),
        (full_for_its_owner, "All places are taken at present", "/introductions/?state=accepted"),
    ],
)
def test_what_stands_in_the_way_is_said_with_what_can_be_done(
    client, job, search, before, title: str, leads_to: str
) -> None:
    page = as_(client, before(job, search)).get(ask_url(job, search))
    assert page.context["obstacle"].title == title
    assert page.context["obstacle"].url.startswith(leads_to)
    assert client.get(page.context["obstacle"].url).status_code == 200
    assert text(page).count('class="btn p"') == 1


def test_how_they_usually_answer_is_said(client, job, search) -> None:
    for _ in range(3):
        make.an_introduction(job, state="declined")
    page = text(as_(client, search.profile).get(ask_url(job, search)))
    assert "usually answers within a day" in page
    assert "answers 3 of 3 requests" in page


def test_the_page_takes_at_most_ten_queries(client, job, search) -> None:
    as_(client, search.profile, last_login=timezone.now())
    assert queries(client, ask_url(job, search)) <= 10
