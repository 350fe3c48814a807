"""The list of steps: ticked without an account, kept with one, the same if it is said twice."""

import pytest
from django.test import Client

from grants.models import SetupTick
from ledger.models import Event
from profiles.models import User
from tests import make

pytestmark = pytest.mark.django_db
FOUNDER, FOREIGN = "/set-up/founder/", "/set-up/foreign/"


@pytest.fixture
def user() -> User:
    return make.an_account()


@pytest.fixture
def known(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def tick(client: Client, step: str, page: str = FOUNDER) -> str:
    return client.post(page, {"done": step}, follow=True).content.decode()


def test_who_sets_up_is_chosen_first(client: Client) -> None:
    for prefix in ("", "/ar"):
        page = client.get(f"{prefix}/set-up/").content.decode()
        assert f'href="{prefix}{FOUNDER}"' in page
        assert f'href="{prefix}{FOREIGN}"' in page
    assert client.get("/set-up/nobody/").status_code == 404


def test_a_stranger_ticks_a_step_and_takes_it_back(client: Client) -> None:
    assert "0 of 8 done" in client.get(FOUNDER).content.decode()
    assert "1 of 8 done" in tick(client, "name")
    assert "2 of 8 done" in tick(client, "law")
    page = client.post(FOUNDER, {"open": "name"}, follow=True).content.decode()
    assert "1 of 8 done" in page
    assert not SetupTick.objects.exists()


def test_the_reader_comes_back_to_the_step(client: Client) -> None:
    assert client.post(FOUNDER, {"done": "name"})["Location"] == "/set-up/founder/#name"
    assert client.post(f"/ar{FOUNDER}", {"done": "law"})["Location"] == "/ar/set-up/founder/#law"


def test_a_step_that_both_take_is_ticked_for_both(client: Client) -> None:
    tick(client, "law")
    tick(client, "name")
    assert "1 of 9 done" in client.get(FOREIGN).content.decode()


def test_an_account_finds_its_ticks_again_in_another_browser(known: Client, user: User) -> None:
    tick(known, "name")
    other = Client()
    other.force_login(user)
    assert "1 of 8 done" in other.get(FOUNDER).content.decode()
    assert "0 of 8 done" in Client().get(FOUNDER).content.decode()


def test_what_a_stranger_ticked_goes_along_into_the_account(client: Client, user: User) -> None:
    tick(client, "name")
    client.force_login(user)
    assert "1 of 8 done" in client.get(FOUNDER).content.decode()
    assert "2 of 8 done" in tick(client, "law")
    assert set(user.setup_ticks.values_list("step", flat=True)) == {"name", "law"}
    client.logout()
    assert "0 of 8 done" in client.get(FOUNDER).content.decode()


def test_what_was_ticked_before_logging_in_is_taken_back_for_good(
    client: Client, user: User
) -> None:
    tick(client, "name")
    client.force_login(user)
    page = client.post(FOUNDER, {"open": "name"}, follow=True).content.decode()
    assert "0 of 8 done" in page
    assert not SetupTick.objects.exists()


def test_said_twice_it_is_one_tick_and_one_event(known: Client) -> None:
    for _ in range(2):
        tick(known, "name")
    assert SetupTick.objects.count() == 1
    for _ in range(2):
        known.post(FOUNDER, {"open": "name"})
    verbs = Event.objects.filter(verb__startswith="setup.").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["setup.ticked", "setup.unticked"]


@pytest.mark.parametrize("said", [{"done": "home-papers"}, {"done": "gone"}, {"open": ""}, {}])
def test_a_step_that_is_not_in_the_list_changes_nothing(known: Client, said: dict) -> None:
    page = known.post(FOUNDER, said, follow=True).content.decode()
    assert "not in the list any more" in page
    assert not SetupTick.objects.exists()


def test_a_step_that_has_gone_from_the_document_shows_nothing(known: Client, user: User) -> None:
    SetupTick.objects.create(user=user, step="step-of-last-year")
    page = known.get(FOUNDER).content.decode()
    assert "0 of 8 done" in page
    assert "step-of-last-year" not in page


def test_the_page_says_from_when_it_is_and_what_is_not_reliable(client: Client) -> None:
    page = client.get(FOUNDER).content.decode()
    assert "As it was read on 22 Nov 2026." in page
    assert page.count("From the law before 2021: ask the registry") == 5
    assert 'href="https://paltrade.org/en_US/page/prerequisites-registration"' in page


def test_it_costs_the_same_with_every_step_done(
    known: Client, django_assert_max_num_queries
) -> None:
    for step in ("law", "name", "form", "fees", "tax"):
        tick(known, step)
    with django_assert_max_num_queries(10):
        known.get(FOUNDER)


def test_the_footer_leads_to_both(client: Client) -> None:
    page = client.get("/").content.decode()
    assert 'href="/set-up/"' in page
    assert 'href="/routes/"' in page
