"""A message is told once until it is read, to whoever may answer it, and never in its own words."""

import pytest
from django.urls import reverse

from ledger.models import Mail, Notification
from matching.introductions import actions
from matching.introductions.models import Introduction
from profiles.models import User
from profiles.privacy.vanishing import vanish
from tests import make
from tests.matching.introductions.telling import a_pair, deliver, mails_to, told
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
SENT = "message.sent"


@pytest.fixture
def pair() -> tuple[Introduction, User, User]:
    """An introduction that was accepted, the owner who was asked, and the graduate."""
    job, search, owner, graduate = a_pair()
    return make.an_introduction(job, search, state="accepted"), owner, graduate


def unread_by(user: User) -> int:
    return Notification.objects.of(user.pk).unread().filter(kind=SENT).count()


def count_of(user: User) -> int:
    user.refresh_from_db()
    return user.unread_notices


def opens(user: User, row: Introduction) -> None:
    logged_in(user).get(reverse("messages", args=[row.public_id]))


def test_the_other_side_is_told_who_wrote_and_where_to_read_it(pair):
    row, owner, graduate = pair
    make.a_message(row, row.asker, "Canary words", by_id=graduate.pk)
    line = told(owner)[SENT]
    alias = f"Graduate {row.asker.alias_code}"
    assert line.text == f"{alias} wrote to you: Backend developer"
    assert line.url == reverse("messages", args=[row.public_id])
    assert SENT not in told(graduate)


def test_mail_says_that_there_is_one_and_not_what(pair):
    row, owner, graduate = pair
    deliver()
    Mail.objects.all().delete()
    make.a_message(row, row.asker, "Canary words", by_id=graduate.pk)
    deliver()
    (mail,) = mails_to(owner)
    assert reverse("messages", args=[row.public_id]) in mail.text
    assert "Canary" not in mail.subject + mail.text + mail.html


def test_several_that_are_unread_are_told_once(pair):
    row, owner, _ = pair
    for words in ("One", "Two"):
        make.a_message(row, row.asker, words)
    deliver()
    make.a_message(row, row.asker, "Three")
    deliver()
    assert unread_by(owner) == 1
    assert sum("/messages/" in mail.text for mail in mails_to(owner)) == 1


def test_read_in_the_thread_it_counts_no_more_and_the_next_one_is_told(pair):
    row, owner, _ = pair
    deliver()
    before = count_of(owner)
    make.a_message(row, row.asker, "One")
    deliver()
    assert count_of(owner) == before + 1
    opens(owner, row)
    assert (count_of(owner), unread_by(owner)) == (before, 0)
    make.a_message(row, row.asker, "Two")
    deliver()
    assert (count_of(owner), unread_by(owner)) == (before + 1, 1)


def test_the_head_of_the_page_that_reads_it_counts_it_no_more(pair):
    row, owner, _ = pair
    deliver()
    Notification.objects.of(owner.pk).delete()
    User.objects.filter(pk=owner.pk).update(unread_notices=0)
    make.a_message(row, row.asker, "One")
    deliver()
    client = logged_in(owner)
    assert "one new notification" in client.get(reverse("introductions")).content.decode()
    page = client.get(reverse("messages", args=[row.public_id])).content.decode()
    assert "new notification" not in page


def test_what_is_read_before_it_is_delivered_is_not_told_any_more(pair):
    row, owner, _ = pair
    make.a_message(row, row.asker, "One")
    opens(owner, row)
    deliver()
    assert unread_by(owner) == 0
    make.a_message(row, row.asker, "Two")
    deliver()
    assert unread_by(owner) == 1


def test_two_threads_are_two_matters(pair):
    row, owner, _ = pair
    search = make.looks_for_a_job(make.a_graduate())
    other = make.an_introduction(row.opening, search, state="accepted")
    for each in (row, other):
        make.a_message(each, each.asker, "One")
    deliver()
    assert unread_by(owner) == 2
    opens(owner, row)
    assert unread_by(owner) == 1


def test_of_a_firm_whoever_may_answer_is_told_and_readers_are_not(pair):
    row, _, _ = pair
    recruiter, reader = (make.acts_for(row.asked, role=role) for role in ("recruiter", "reader"))
    make.a_message(row, row.asker, "One")
    assert SENT in told(recruiter)
    assert told(reader) == {}


def test_of_whoever_vanished_or_is_never_to_be_met_nothing_is_told(pair):
    row, owner, graduate = pair
    make.a_message(row, row.asker, "One")
    assert SENT in told(owner)
    vanish(user=graduate)
    assert SENT not in told(owner)


def test_blocked_the_line_is_gone(pair):
    row, owner, _ = pair
    make.a_message(row, row.asker, "One")
    assert SENT in told(owner)
    actions.block(introduction=row, by=row.asked, by_id=owner.pk)
    assert SENT not in told(owner)
