"""When mail tells what has happened: asked on a page of its own, said once, recorded once."""

import re

import pytest
from django.test import Client

from ledger.models import Event
from profiles.models import User
from tests import make

pytestmark = pytest.mark.django_db
PAGE = "/accounts/notifications/"


@pytest.fixture
def user() -> User:
    return make.an_account()


@pytest.fixture
def reader(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def chosen(user: User) -> str:
    user.refresh_from_db()
    return user.notices


def test_whoever_said_nothing_is_written_to_at_once_only_where_it_matters(
    reader: Client, user: User
) -> None:
    assert chosen(user) == "usual"
    (chosen_one,) = re.findall(r"<input[^>]*checked[^>]*>", reader.get(PAGE).content.decode())
    assert 'value="usual"' in chosen_one


def test_the_settings_say_what_was_chosen_and_lead_to_the_page(reader: Client, user: User) -> None:
    reader.post(PAGE, {"notices": "daily"})
    page = reader.get("/accounts/settings/").content.decode()
    assert f'<a href="{PAGE}">' in page
    assert "Everything once a day, in the morning" in page


@pytest.mark.parametrize("notices", User.Notices.values)
def test_a_choice_sent_twice_is_kept_and_recorded_once(
    reader: Client, user: User, notices: str
) -> None:
    for _ in range(2):
        assert reader.post(PAGE, {"notices": notices}).status_code == 302
    assert chosen(user) == notices
    events = Event.objects.filter(verb="account.notices_set", subject_id=user.pk)
    assert [event.codes for event in events] == (
        [] if notices == "usual" else [{"notices": notices}]
    )


def test_another_word_is_refused_in_a_sentence_and_nothing_changes(
    reader: Client, user: User
) -> None:
    answer = reader.post(PAGE, {"notices": "hourly"})
    assert answer.status_code == 422
    assert chosen(user) == "usual"


def test_a_stranger_is_asked_to_log_in(client: Client) -> None:
    assert client.get(PAGE).status_code == client.post(PAGE).status_code == 302
    assert "/accounts/login/" in client.get(PAGE).headers["Location"]
