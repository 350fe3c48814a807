"""The page of notifications: newest first, by day, new ones marked, and only one's own."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ledger import notices
from ledger.actions import record
from ledger.models import Notification
from ledger.notices import Line
from ledger.telling import tell
from tests import make
from tests.web.markup import Markup

pytestmark = pytest.mark.django_db
VERB, PAGE = "test.told", "/notifications/"
NOON = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
"""Noon in Hebron."""
MOST_QUERIES = 10


def those_it_names(events):
    return {event.pk: event.codes["users"] for event in events}


def what_it_says(events, reader):
    return {
        event.pk: Line(f"News {event.codes['n']}", "/openings/", "More of it")
        for event in events
        if not event.codes["secret"]
    }


@pytest.fixture(autouse=True)
def _told():
    here = f"{__name__}.{{}}"
    notices.tells(VERB, recipients=here.format("those_it_names"), lines=here.format("what_it_says"))
    yield
    notices.forget(VERB)


@pytest.fixture
def user():
    return make.acts_for(make.a_graduate(), time_zone="Asia/Hebron")


@pytest.fixture
def reader(user):
    return signed_in(user)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def happens(user, n=1, *, secret=False, at=NOON):
    with transaction.atomic():
        event = record(verb=VERB, codes={"users": [user.pk], "n": n, "secret": secret})
        tell([event])
    Notification.objects.filter(event=event).update(created_at=at)
    return Notification.objects.get(event=event)


def text_of(client, path=PAGE):
    return Markup(client.get(path).content.decode()).text


def unread(user):
    user.refresh_from_db()
    return user.unread_notices


def test_the_newest_stands_first_under_the_day_it_came_on(reader, user):
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        for n, days in enumerate((3, 1, 0)):
            happens(user, n, at=NOON - timedelta(days=days))
        said = text_of(reader)
    places = [said.index(word) for word in ("Today", "News 2", "Yesterday", "News 1", "News 0")]
    assert places == sorted(places)
    assert "Sunday 22 Nov" in said
    assert "Times on the clock of Hebron." in said


def test_days_are_those_of_the_readers_calendar(reader, user):
    late = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    with time_machine.travel(NOON, tick=False):
        happens(user, at=late)
        assert "Today News 1 More of it New 00:30" in text_of(reader)
        user.time_zone = "Europe/London"
        user.save()
        assert "Yesterday News 1 More of it New 22:30" in text_of(reader)


def test_new_ones_are_marked_and_counted_in_the_frame_of_every_page(reader, user):
    happens(user)
    happens(user)
    assert "2 new notifications" in text_of(reader)
    assert ", 2 new notifications" in text_of(reader, "/profile/roles/")


def test_opening_one_marks_it_read_and_leads_to_its_matter(reader, user):
    row = happens(user)
    answer = reader.get(f"{PAGE}{row.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/openings/")
    assert unread(user) == 0
    said = text_of(reader)
    assert "News 1 More of it 12:00" in said
    assert "new notification" not in said


def test_another_persons_is_not_there(reader, user):
    other = make.an_account()
    row = happens(other)
    assert reader.get(f"{PAGE}{row.pk}/").status_code == 404
    assert "News 1" not in text_of(reader)
    assert unread(other) == 1


def test_a_stranger_is_asked_to_log_in_and_a_link_to_mark_all_is_no_link(client, reader):
    for path in (PAGE, f"{PAGE}1/", f"{PAGE}read/"):
        assert client.get(path).status_code in (302, 405)
        assert client.post(path).status_code in (302, 405)
    assert reader.get(f"{PAGE}read/").status_code == 405


def test_all_are_marked_read_but_what_came_since_the_page_was_opened(reader, user):
    newest = happens(user, 1)
    later = happens(user, 2)
    for _ in range(2):
        answer = reader.post(f"{PAGE}read/", {"until": newest.pk})
        assert answer.status_code == 302
    later.refresh_from_db()
    assert later.is_unread
    assert unread(user) == 1


@pytest.mark.parametrize("until", ["", "x", "-1"])
def test_marking_without_saying_up_to_which_changes_nothing(reader, user, until):
    happens(user)
    assert reader.post(f"{PAGE}read/", {"until": until}).status_code == 400
    assert unread(user) == 1


def test_a_number_beyond_all_rows_marks_ones_own(reader, user):
    happens(user)
    other = make.an_account()
    happens(other)
    reader.post(f"{PAGE}read/", {"until": "9" * 30})
    assert (unread(user), unread(other)) == (0, 1)


def test_what_may_not_be_known_any_more_is_not_shown_and_not_counted(reader, user):
    row = happens(user, secret=True)
    said = text_of(reader)
    assert "Nothing has happened yet." in said
    assert "new notification" not in said
    assert unread(user) == 0
    assert reader.get(f"{PAGE}{row.pk}/").status_code == 404


def test_twenty_stand_on_a_page_and_the_next_is_a_link(reader, user):
    for n in range(21):
        happens(user, n)
    first, second = text_of(reader), text_of(reader, f"{PAGE}?page=2")
    assert "News 20" in first
    assert "News 0 " not in first
    assert "1 to 20" in first
    assert "Next page" in first
    assert "News 0 " in second
    assert "Next page" not in second
    assert "Previous page" in second


@pytest.mark.parametrize("number", ["x", "0", "-3", "9" * 40, ""])
def test_a_page_that_is_no_number_is_the_first(reader, user, number):
    happens(user)
    assert "News 1" in text_of(reader, f"{PAGE}?page={number}")


def test_a_page_beyond_the_last_leads_to_the_first(reader, user):
    happens(user)
    assert reader.get(f"{PAGE}?page=7").headers["Location"] == PAGE


def test_it_takes_as_many_queries_for_twenty_as_for_two(reader, user):
    def queries():
        with CaptureQueriesContext(connection) as found:
            reader.get(PAGE)
        return len(found)

    happens(user)
    happens(user)
    few = queries()
    for _ in range(25):
        happens(user)
    assert queries() == few <= MOST_QUERIES
