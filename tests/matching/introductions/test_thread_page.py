"""The thread as its reader sees it: days on their own clock, pages, and what it costs."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from matching.introductions.models import Introduction
from tests import make
from tests.matching.introductions.telling import deliver
from tests.reading import logged_in, queries, text
from tests.standing import standing

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def _there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with standing(django_db_blocker):
        yield make.an_introduction(state="accepted").pk


@pytest.fixture
def row(db: None, _there: int) -> Introduction:
    return Introduction.objects.get(pk=_there)


def url(row: Introduction) -> str:
    return reverse("messages", args=[row.public_id])


def texts(client: Client, address: str) -> list[str]:
    days = client.get(address).context["days"]
    return [message.text for day in days for message in day.messages]


@pytest.mark.parametrize(
    ("zone", "city", "day", "time"),
    [
        ("Asia/Gaza", "Gaza", "Thursday 26 Nov", "00:30"),
        ("Europe/Berlin", "Berlin", "Wednesday 25 Nov", "23:30"),
    ],
)
def test_days_and_times_are_the_readers_own_and_the_clock_is_named(
    row: Introduction, zone: str, city: str, day: str, time: str
) -> None:
    with time_machine.travel(LATE, tick=False) as now:
        make.a_message(row, row.asker, "Late in the evening")
        now.shift(timedelta(days=3))
        page = logged_in(make.acts_for(row.asked, time_zone=zone)).get(url(row))
    (only,) = page.context["days"]
    assert (only.name, only.messages[0].time) == (day, time)
    assert f"Times on the clock of {city}." in text(page)


def test_what_was_written_lately_stands_under_today_and_yesterday(row: Introduction) -> None:
    with time_machine.travel(LATE, tick=False) as now:
        make.a_message(row, row.asker, "Yesterday's")
        now.shift(timedelta(days=1))
        make.a_message(row, row.asked, "Today's")
        page = logged_in(make.acts_for(row.asked)).get(url(row))
    assert [day.name for day in page.context["days"]] == ["Yesterday", "Today"]


def test_an_empty_thread_says_what_to_write_first(row: Introduction) -> None:
    page = text(logged_in(make.acts_for(row.asker)).get(url(row)))
    assert "Nothing has been written yet. Say what you would like to talk about first" in page
    assert page.count('class="btn p"') == 1


def test_one_that_ended_without_a_word_asks_for_none() -> None:
    row = make.an_introduction(state="ended")
    page = text(logged_in(make.acts_for(row.asker)).get(url(row)))
    assert "Nothing was written here." in page
    assert "Nothing has been written yet." not in page


def test_the_newest_stands_last_and_older_ones_on_pages_before(row: Introduction) -> None:
    for number in range(45):
        make.a_message(row, row.asker, f"{number}")
    client = logged_in(make.acts_for(row.asked))
    page = client.get(url(row))
    assert texts(client, url(row)) == [str(number) for number in range(25, 45)]
    assert page.context["newer_url"] == ""
    older = page.context["older_url"]
    assert texts(client, older) == [str(number) for number in range(5, 25)]
    oldest = client.get(older).context["older_url"]
    assert texts(client, oldest) == [str(number) for number in range(5)]
    last = client.get(oldest)
    assert (last.context["older_url"], last.context["newer_url"]) == ("", older)


def test_what_was_read_is_not_new_on_an_older_page(row: Introduction) -> None:
    for number in range(21):
        make.a_message(row, row.asker, f"{number}")
    client = logged_in(make.acts_for(row.asked))
    client.get(url(row))
    make.a_message(row, row.asker, "21")
    assert news(client.get(f"{url(row)}?page=2")) == []
    assert news(client.get(url(row))) == ["21"]
    assert news(client.get(url(row))) == []


def news(page: Any) -> list[str]:
    messages = [message for day in page.context["days"] for message in day.messages]
    return [message.text for message in messages if message.is_new]


@pytest.mark.parametrize("query", ["?page=x", "?page=0", "?page=9999999"])
def test_a_page_that_there_is_not_is_the_newest(row: Introduction, query: str) -> None:
    make.a_message(row, row.asker, "Only")
    assert texts(logged_in(make.acts_for(row.asked)), url(row) + query) == ["Only"]


def test_own_words_of_a_colleague_are_ones_own_side(row: Introduction) -> None:
    writer, colleague = make.acts_for(row.asked), make.acts_for(row.asked)
    make.a_message(row, row.asked, "We would like to", by_id=writer.pk)
    for reader, who in ((writer, "You"), (colleague, "Your side")):
        (day,) = logged_in(reader).get(url(row)).context["days"]
        assert day.messages[0].who == who


@pytest.mark.parametrize("state", ["accepted", "ended", "lapsed"])
@pytest.mark.parametrize("side", ["asker", "asked"])
def test_it_takes_at_most_ten_queries_with_3_and_with_60(
    row: Introduction, state: str, side: str
) -> None:
    reader = make.acts_for(getattr(row, side))
    other = row.asked if side == "asker" else row.asker
    client, costs = logged_in(reader), []
    for number in (3, 57):
        Introduction.objects.filter(pk=row.pk).update(state="accepted")
        for _ in range(number):
            make.a_message(row, other, "Something new")
        deliver()
        Introduction.objects.filter(pk=row.pk).update(state=state)
        for _ in ("unread", "read"):
            with CaptureQueriesContext(connection) as asked:
                client.get(url(row))
            costs.append(len(asked))
    assert costs[:2] == costs[2:]
    assert max(costs) <= 10


def test_a_list_of_introductions_costs_the_same_with_messages(row: Introduction) -> None:
    client = logged_in(make.acts_for(row.asked))
    costs = []
    for number in (0, 30):
        for _ in range(number):
            make.a_message(row, row.asker, "Something new")
        for name, arguments in (("introductions", []), ("introduction", [row.public_id])):
            address = reverse(name, args=arguments)
            costs.append(queries(client, address))
    assert costs[:2] == costs[2:]
    assert max(costs) <= 10
