"""The link of a letter stops them: without logging in, once and twice alike, and nothing else."""

import pytest
from django.test import Client

from ledger.models import Event, Mail, Notification
from profiles.letters.tokens import token_of
from tests import make
from tests.profiles.letters.happening import happens

pytestmark = pytest.mark.django_db
ONE_CLICK = "List-Unsubscribe=One-Click"


@pytest.fixture
def letter(user):
    happens(user, rhythm="at_once")
    return Mail.objects.get()


def address(letter):
    return letter.headers["List-Unsubscribe"].strip("<>").removeprefix("https://silah.example")


def chosen(user):
    user.refresh_from_db()
    return user.notices


def test_a_letter_carries_the_headers_of_one_click(letter):
    assert letter.headers["List-Unsubscribe-Post"] == ONE_CLICK
    assert letter.headers["List-Unsubscribe"].startswith("<https://silah.example/notifications/")
    assert address(letter) in letter.text


def test_opening_the_link_only_asks(client, letter, user):
    page = client.get(address(letter)).content.decode()
    assert "Stop the mail about what happens?" in page
    assert chosen(user) == "usual"


def test_a_mail_program_stops_it_without_cookies_or_form_token(letter, user):
    program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        answer = program.post(
            address(letter), ONE_CLICK, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == 200
        assert "No more mail comes" in answer.content.decode()
    assert chosen(user) == "never"
    assert Event.objects.filter(verb="account.notices_set").count() == 1


def test_stopped_no_letter_comes_and_the_page_still_tells(client, letter, user):
    client.post(address(letter))
    happens(user, rhythm="at_once")
    assert Mail.objects.count() == 1
    assert Notification.objects.of(user.pk).count() == 2


def test_in_arabic_the_link_leads_to_the_arabic_page(client, user):
    user.language = "ar"
    user.save()
    happens(user, rhythm="at_once")
    path = address(Mail.objects.get())
    assert path.startswith("/ar/notifications/stop/")
    assert client.post(path).status_code == 200
    assert chosen(user) == "never"


@pytest.mark.parametrize("change", ["cut", "forged", "nonsense", "another's"])
def test_a_link_that_is_not_ours_is_told_in_a_sentence_and_stops_nothing(client, user, change):
    token, other = token_of(user), make.an_account()
    wrong = {
        "cut": token[:-3],
        "forged": "0" + token[1:],
        "nonsense": "x",
        "another's": token.replace(str(user.pk), str(other.pk), 1),
    }[change]
    for ask in (client.get, client.post):
        page = ask(f"/notifications/stop/{wrong}/")
        assert page.status_code == 404
        assert "This link is not complete" in page.content.decode()
    assert chosen(user) == chosen(other) == "usual"
