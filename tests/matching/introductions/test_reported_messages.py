"""A message is reported by whoever got it; staff read that one, and are recorded."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from ledger.models import Event
from matching.introductions import actions
from matching.introductions.models import Introduction, Message, Report
from tests import make
from tests.reading import logged_in, text
from tests.standing import standing

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with standing(django_db_blocker):
        yield make.an_introduction(state="accepted", message="Canary request").pk


@pytest.fixture
def row(db: None, _there: int) -> Introduction:
    return Introduction.objects.get(pk=_there)


def url(row: Introduction, message: Message) -> str:
    return reverse("report-message", args=[row.public_id, message.public_id])


def words_in(row: Introduction, found: Report, desk: Any) -> str:
    return text(desk.get(f"/admin/introductions/report/{found.pk}/change/"))


@pytest.fixture
def desk() -> Any:
    return logged_in(make.staff(is_superuser=True))


def test_the_one_who_got_it_reports_it_once(row: Introduction) -> None:
    message = make.a_message(row, row.asker, "Send me money")
    client = logged_in(make.acts_for(row.asked))
    assert url(row, message) in text(client.get(reverse("messages", args=[row.public_id])))
    assert "Send me money" in text(client.get(url(row, message)))
    assert client.post(url(row, message)).status_code == 422
    for _ in range(2):
        done = client.post(url(row, message), {"why": "money"}, follow=True)
        assert "Reported. Programme staff look into it." in text(done)
        assert done.redirect_chain[0][0] == reverse("messages", args=[row.public_id])
    found = Report.objects.get()
    assert (found.message, found.by, found.why) == (message, row.asked, "money")
    (event,) = Event.objects.filter(verb="introduction.reported")
    assert event.codes["message"] == message.pk


def test_one_message_another_and_the_thread_are_three_reports(row: Introduction) -> None:
    for message in (
        make.a_message(row, row.asker, "One"),
        make.a_message(row, row.asker, "Two"),
        None,
    ):
        for _ in range(2):
            actions.report(introduction=row, by=row.asked, why="other", by_id=None, message=message)
    assert Report.objects.count() == 3


def test_nobody_reports_their_own_or_what_they_may_not_read(row: Introduction) -> None:
    message = make.a_message(row, row.asker, "Canary words")
    other = make.an_introduction(state="accepted")
    elsewhere = make.a_message(other, other.asker, "Elsewhere")
    asked = logged_in(make.acts_for(row.asked))
    for client, address in (
        (logged_in(make.acts_for(row.asker)), url(row, message)),
        (logged_in(make.acts_for(row.asked, role="reader")), url(row, message)),
        (logged_in(make.acts_for(make.a_graduate())), url(row, message)),
        (logged_in(make.staff()), url(row, message)),
        (asked, url(row, elsewhere)),
        (asked, url(other, elsewhere)),
    ):
        assert client.get(address).status_code == 404
        assert client.post(address, {"why": "money"}).status_code == 404
    with pytest.raises(Message.DoesNotExist):
        actions.report(introduction=row, by=row.asked, why="money", by_id=None, message=elsewhere)
    assert not Report.objects.exists()


def test_staff_read_the_reported_message_and_nothing_else_of_the_thread(
    row: Introduction, desk: Any
) -> None:
    message = make.a_message(row, row.asker, "Reported canary")
    make.a_message(row, row.asked, "Quiet canary")
    found = actions.report(introduction=row, by=row.asked, why="money", by_id=None, message=message)
    page = words_in(row, found, desk)
    assert "Reported canary" in page
    assert "Quiet canary" not in page
    assert "Canary request" not in page
    assert "canary" not in text(desk.get("/admin/introductions/report/"))
    assert "canary" not in text(desk.get(f"/admin/introductions/introduction/{row.pk}/change/"))


def test_reported_as_a_whole_staff_read_the_request_alone(row: Introduction, desk: Any) -> None:
    make.a_message(row, row.asker, "Quiet canary")
    found = actions.report(introduction=row, by=row.asked, why="money", by_id=None)
    page = words_in(row, found, desk)
    assert "Canary request" in page
    assert "Quiet canary" not in page


def test_an_event_says_who_read_it_without_a_word_of_it(row: Introduction, desk: Any) -> None:
    message = make.a_message(row, row.asker, "Reported canary")
    found = actions.report(introduction=row, by=row.asked, why="money", by_id=None, message=message)
    words_in(row, found, desk)
    event = Event.objects.get(verb="report.read")
    assert (event.subject_id, event.actor.is_staff) == (found.pk, True)
    assert event.codes == {
        "introduction": row.pk, "by": row.asked_id, "why": "money", "message": message.pk,
    }  # fmt: skip
