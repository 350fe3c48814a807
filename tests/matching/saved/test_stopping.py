"""The link of a mail stops it: without logging in, once and twice alike, and nothing else."""

import pytest
from django.test import Client

from ledger.models import Mail
from matching.models import SavedSearch
from matching.saved import alerts
from matching.saved.tokens import token_of
from tests.matching.saved.test_alerts import (  # noqa: F401  its people and its search
    MORNING,
    _site,
    a_new_job,
    a_search,
    graduate,
    user,
)

pytestmark = pytest.mark.django_db
ONE_CLICK = "List-Unsubscribe=One-Click"


@pytest.fixture
def letter(user):  # noqa: F811
    a_new_job()
    alerts.send_news(a_search(user).pk, MORNING)
    return Mail.objects.get()


def address(letter):
    return letter.headers["List-Unsubscribe"].strip("<>").removeprefix("https://silah.example")


def rhythm():
    return SavedSearch.objects.get().alerts


def test_mail_carries_the_headers_of_one_click(letter):
    assert letter.headers["List-Unsubscribe-Post"] == ONE_CLICK
    assert letter.headers["List-Unsubscribe"].startswith("<https://silah.example/saved/")
    assert address(letter) in letter.text


def test_opening_the_link_only_asks(client, letter):
    page = client.get(address(letter))
    assert "Stop the mail for this search?" in page.content.decode()
    assert rhythm() == "daily"


def test_mail_program_stops_it_without_cookies_or_form_token(letter):
    program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        answer = program.post(
            address(letter), ONE_CLICK, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == 200
        assert "No more mail comes for this search" in answer.content.decode()
    assert rhythm() == "never"


def test_stopped_search_mails_nothing_more(client, letter):
    client.post(address(letter))
    SavedSearch.objects.update(told_until=MORNING - alerts.SETTLED * 3000)
    alerts.send_news(SavedSearch.objects.get().pk, MORNING)
    assert Mail.objects.count() == 1


def test_link_of_a_search_that_was_removed_says_that_no_mail_comes(client, letter):
    SavedSearch.objects.all().delete()
    assert "No more mail comes" in client.get(address(letter)).content.decode()
    assert client.post(address(letter)).status_code == 200


@pytest.mark.parametrize("change", ["cut", "forged", "nonsense"])
def test_link_that_is_not_ours_is_told_in_a_sentence_and_stops_nothing(client, letter, change):
    token = token_of(SavedSearch.objects.get())
    wrong = {
        "cut": token[:-3],
        "forged": ("1" if token[0] == "0" else "0") + token[1:],
        "nonsense": "x",
    }[change]
    for ask in (client.get, client.post):
        page = ask(f"/saved/alerts/{wrong}/")
        assert page.status_code == 404
        assert "This link is not complete" in page.content.decode()
    assert rhythm() == "daily"
