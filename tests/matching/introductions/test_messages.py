"""Who may write in a thread and who may read it: the two parties alone, while it is open."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from ledger.models import Event
from matching.introductions import actions
from matching.introductions.models import Introduction, Message, ReadMark
from matching.moves import RefusedError
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from tests import make
from tests.reading import logged_in, text
from tests.standing import standing

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with standing(django_db_blocker):
        yield make.an_introduction(make.a_job(), state="accepted").pk


@pytest.fixture
def row(db: None, _there: int) -> Introduction:
    return Introduction.objects.get(pk=_there)


def url(row: Introduction) -> str:
    return reverse("messages", args=[row.public_id])


def post(profile: Profile, row: Introduction, words: str = "Canary", **account: Any) -> Any:
    client = logged_in(make.acts_for(profile, **account))
    return client.post(url(row), {"public_id": str(uuid4()), "text": words})


def test_both_sides_write_and_both_read_it(row: Introduction) -> None:
    for side, words in ((row.asker, "Shall we talk?"), (row.asked, "On Monday.")):
        answer = post(side, row, words)
        assert (answer.status_code, answer.url) == (302, f"{url(row)}#newest")
    for side in (row.asker, row.asked):
        page = text(logged_in(make.acts_for(side)).get(url(row)))
        assert page.index("Shall we talk?") < page.index("On Monday.")


def test_strangers_outsiders_and_staff_find_nothing(row: Introduction) -> None:
    make.a_message(row, row.asker, "Canary words")
    said = {"public_id": str(uuid4()), "text": "Canary"}
    accounts = (make.acts_for(make.a_graduate()), make.staff(is_superuser=True), make.an_account())
    for account in accounts:
        client = logged_in(account)
        assert client.get(url(row)).status_code == client.post(url(row), said).status_code == 404
    assert Message.objects.count() == 1


def test_whoever_only_reads_for_a_firm_reads_and_is_told_who_writes(row: Introduction) -> None:
    make.a_message(row, row.asker, "Canary words")
    reader = logged_in(make.acts_for(row.asked, role="reader"))
    page = reader.get(url(row))
    assert "Canary words" in text(page)
    assert "You read for this firm. Its owners and recruiters write." in text(page)
    assert "<textarea" not in text(page)
    assert reader.post(url(row), {"public_id": str(uuid4()), "text": "x"}).status_code == 404


@pytest.mark.parametrize("state", ["waiting", "declined", "withdrawn", "expired"])
def test_there_is_no_thread_before_the_answer_is_yes(state: str) -> None:
    row = make.an_introduction(state=state)
    client = logged_in(make.acts_for(row.asker))
    assert client.get(url(row)).status_code == 404
    assert client.post(url(row), {"public_id": str(uuid4()), "text": "x"}).status_code == 404
    assert client.get(reverse("introduction", args=[row.public_id])).context["thread"] is None
    with pytest.raises(RefusedError):
        make.a_message(row, row.asker, "Canary")


def test_one_that_was_never_accepted_and_lapsed_has_none() -> None:
    assert not make.an_introduction(state="lapsed").has_thread


def test_once_ended_it_is_read_and_what_was_typed_is_kept_and_not_sent(row: Introduction) -> None:
    make.a_message(row, row.asker, "Before the end")
    actions.end(introduction=row, by=row.asker, because="done", by_id=None)
    page = logged_in(make.acts_for(row.asked)).get(url(row))
    assert "Before the end" in text(page)
    assert "This introduction has ended. What was written stays to be read" in text(page)
    assert "<textarea" not in text(page)
    late = post(row.asker, row, "Too late")
    assert late.status_code == 409
    assert "This introduction is “Ended” now. Nothing was sent." in text(late)
    assert "Too late</textarea>" in text(late)
    assert Message.objects.count() == 1


def test_blocked_nothing_more_is_sent_and_nobody_reads_who_did_it(row: Introduction) -> None:
    make.a_message(row, row.asker, "Before")
    actions.block(introduction=row, by=row.asked, by_id=None)
    late = post(row.asker, row, "Too late")
    assert late.status_code == 409
    assert "“Not possible any more” now. Nothing was sent." in text(late)
    assert "Too late</textarea>" in text(late)
    assert not Message.objects.filter(text="Too late").exists()


def test_excluded_in_silence_it_is_refused_before_anything_lapses(row: Introduction) -> None:
    make.excludes(row.asked, row.asker)
    late = post(row.asker, row, "Too late")
    assert late.status_code == 409
    assert "One of you is not to be met here any more. Nothing was sent." in text(late)
    assert not Message.objects.exists()


def test_of_whoever_vanished_nothing_is_read_and_nothing_is_sent_to_them(
    row: Introduction,
) -> None:
    make.a_message(row, row.asker, "Canary of the one who is gone")
    make.a_message(row, row.asked, "Our own words")
    vanish(user=make.acts_for(row.asker))
    client = logged_in(make.acts_for(row.asked))
    page = text(client.get(url(row)))
    assert "Canary of the one who is gone" not in page
    assert "Our own words" in page
    assert "This introduction is not possible any more." in page
    one = client.get(reverse("introduction", args=[row.public_id]))
    assert one.context["thread"].said == "1 message"
    late = client.post(url(row), {"public_id": str(uuid4()), "text": "Too late"})
    assert (late.status_code, Message.objects.count()) == (409, 2)


def test_sent_twice_it_is_written_once(row: Introduction) -> None:
    client, said = logged_in(make.acts_for(row.asker)), {"public_id": str(uuid4()), "text": "Hi"}
    for _ in range(2):
        assert client.post(url(row), said).status_code == 302
    assert Message.objects.count() == Event.objects.filter(verb="message.sent").count() == 1


def test_the_key_of_somebody_elses_message_sends_nothing(row: Introduction) -> None:
    theirs = make.a_message(row, row.asker, "Theirs")
    client = logged_in(make.acts_for(row.asked))
    answer = client.post(url(row), {"public_id": str(theirs.public_id), "text": "Mine"})
    assert (answer.status_code, Message.objects.count()) == (404, 1)


def test_an_outsider_is_no_sender(row: Introduction) -> None:
    with pytest.raises(Introduction.DoesNotExist):
        make.a_message(row, make.a_graduate(), "Canary")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "Write something, then send it."),
        ("x" * 2001, "Yours has 2001 characters: 1 too many."),
    ],
)
def test_what_cannot_be_sent_is_explained_and_kept(
    row: Introduction, words: str, says: str
) -> None:
    answer = post(row.asker, row, words)
    assert answer.status_code == 422
    assert says in text(answer)
    assert f"{words}</textarea>" in text(answer)
    assert not Message.objects.exists()


def test_line_ends_count_once(row: Introduction) -> None:
    assert post(row.asker, row, "x\r\n" * 999 + "xx").status_code == 302
    assert len(Message.objects.get().text) == 2000


def test_the_event_holds_ids_alone(row: Introduction) -> None:
    message = make.a_message(row, row.asker, "Canary words")
    event = Event.objects.get(verb="message.sent")
    assert event.subject_id == message.pk
    assert event.codes == {"introduction": row.pk, "from": row.asker_id, "to": row.asked_id}


@pytest.mark.parametrize(
    ("words", "language"),
    [("مرحبا، React ممتاز", "ar"), ("Hello", "en"), ("<b>Hello</b> مرحبا", "en")],
)
def test_each_text_stands_alone_in_its_language(
    row: Introduction, words: str, language: str
) -> None:
    post(row.asker, row, words)
    page = text(logged_in(make.acts_for(row.asked)).get(url(row)))
    assert f'<blockquote class="said" dir="auto" lang="{language}">' in page
    assert "<b>" not in page


def test_unread_is_what_the_other_side_wrote_since_this_account_looked(
    row: Introduction,
) -> None:
    make.a_message(row, row.asker, "One")
    make.a_message(row, row.asked, "Answer")
    make.a_message(row, row.asker, "Two")
    first, colleague = (logged_in(make.acts_for(row.asked)) for _ in range(2))
    one, all_of_them = reverse("introduction", args=[row.public_id]), reverse("introductions")
    for client in (first, colleague):
        assert client.get(one).context["thread"].said == "2 new messages"
        assert [line.unread for line in client.get(all_of_them).context["lines"]] == [
            "2 new messages"
        ]
    assert text(first.get(url(row))).count(">New<") == 2
    assert text(first.get(url(row))).count(">New<") == 0
    assert first.get(one).context["thread"].said == "3 messages"
    assert first.get(all_of_them).context["lines"][0].unread == ""
    assert colleague.get(one).context["thread"].said == "2 new messages"
    assert ReadMark.objects.count() == 1


def test_only_the_newest_page_marks_what_is_new_as_read(row: Introduction) -> None:
    for number in range(21):
        make.a_message(row, row.asker, f"Number {number}")
    client = logged_in(make.acts_for(row.asked))
    page = client.get(f"{url(row)}?page=2")
    assert "Number 0" in text(page)
    assert not ReadMark.objects.exists()
    assert [len(day.messages) for day in client.get(url(row)).context["days"]] == [20]
