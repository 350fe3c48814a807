"""Who is told of an event: one row each, once, and the number of unread ones always exact."""

import random
import threading
from functools import partial

import pytest
from django.db import IntegrityError, connections, transaction

from ledger import handlers, notices, tasks
from ledger.actions import record
from ledger.models import Event, Notification, Outbox
from ledger.notices import Line, Rhythm
from ledger.telling import mark_read, mark_read_until
from profiles.models import User
from tests import make
from tests.full import FULL

pytestmark = pytest.mark.django_db
VERB = "test.told"


def those_it_names(events):
    return {event.pk: event.codes["users"] for event in events}


def what_it_says(events, reader):
    known = [event for event in events if event.codes.get("known", True)]
    return {event.pk: Line(f"{reader} reads {event.pk}", "/") for event in known}


@pytest.fixture(autouse=True)
def _told():
    here = f"{__name__}.{{}}"
    notices.tells(VERB, recipients=here.format("those_it_names"), lines=here.format("what_it_says"))
    yield
    notices.forget(VERB)


@pytest.fixture
def user():
    return make.an_account()


def happens(*users, **codes):
    with transaction.atomic():
        return record(verb=VERB, codes={"users": [user.pk for user in users], **codes})


def deliver():
    for row in Outbox.objects.filter(handler=notices.TELL):
        tasks.deliver(row.pk)


def unread_of(user):
    user.refresh_from_db()
    return user.unread_notices


def test_each_recipient_has_a_row_and_nobody_else(user):
    other, outsider = make.an_account(), make.an_account()
    event = happens(user, other)
    deliver()
    assert set(Notification.objects.values_list("user", "event", "kind")) == {
        (user.pk, event.pk, VERB),
        (other.pk, event.pk, VERB),
    }
    assert [unread_of(each) for each in (user, other, outsider)] == [1, 1, 0]


def test_a_closed_account_is_told_nothing():
    closed = make.an_account(is_active=False)
    happens(closed)
    deliver()
    assert not Notification.objects.exists()


def test_delivered_again_it_is_told_once(user):
    happens(user)
    deliver()
    Outbox.objects.update(state="pending")
    deliver()
    assert Notification.objects.count() == unread_of(user) == 1


def test_whoever_joins_the_recipients_later_is_told_when_it_comes_again(user):
    event, other = happens(user), make.an_account()
    deliver()
    handlers.at(notices.TELL)([Event(pk=event.pk, verb=VERB, codes={"users": [other.pk]})])
    assert [unread_of(each) for each in (user, other)] == [1, 1]


def test_the_database_refuses_to_tell_twice(user):
    event = happens(user)
    deliver()
    with pytest.raises(IntegrityError, match="an_event_is_told_once"):
        Notification.objects.create(user=user, event=event, kind=VERB)


def test_lines_are_made_for_their_reader_and_what_may_not_be_known_has_none(user):
    told, secret = happens(user), happens(user, known=False)
    deliver()
    first, second = Notification.objects.order_by("pk")
    lines = notices.lines_of([first, second], "Lina")
    assert lines == {first.pk: Line(f"Lina reads {told.pk}", "/")}
    assert second.event_id == secret.pk


def test_a_verb_that_nobody_tells_any_more_has_no_line(user):
    happens(user)
    deliver()
    Notification.objects.update(kind="gone.verb")
    row = Notification.objects.get()
    row.event.verb = "gone.verb"
    assert notices.lines_of([row], "Lina") == {}


def test_reading_marks_ones_own_alone(user):
    other = make.an_account()
    happens(user, other)
    deliver()
    keys = list(Notification.objects.values_list("pk", flat=True))
    assert mark_read(user_id=user.pk, keys=keys) == 1
    assert mark_read(user_id=user.pk, keys=keys) == 0
    assert [unread_of(each) for each in (user, other)] == [0, 1]


def test_all_are_read_up_to_the_one_that_stood_on_the_page(user):
    for _ in range(3):
        happens(user)
    deliver()
    newest = Notification.objects.latest("pk").pk
    happens(user)
    deliver()
    assert mark_read_until(user_id=user.pk, newest=newest) == 3
    assert unread_of(user) == 1


def test_a_number_that_was_spoilt_is_exact_after_the_next_reading(user):
    happens(user)
    deliver()
    User.objects.update(unread_notices=7)
    mark_read(user_id=user.pk, keys=[])
    assert unread_of(user) == 1


@pytest.mark.parametrize("seed", range(20 if FULL else 3))
def test_after_any_sequence_the_number_is_the_count_of_unread_rows(seed):
    draw = random.Random(seed)
    users = [make.an_account() for _ in range(3)]
    for _ in range(30):
        user = draw.choice(users)
        keys = [row.pk for row in Notification.objects.all() if draw.random() < 0.3]
        act = draw.randrange(4)
        if act < 2:
            happens(*draw.sample(users, draw.randint(1, 3)))
            deliver()
        elif act == 2:
            mark_read(user_id=user.pk, keys=keys)
        else:
            mark_read_until(user_id=user.pk, newest=max(keys, default=0))
        for each in users:
            assert unread_of(each) == Notification.objects.of(each.pk).unread().count()


def at_once(*works):
    """Run each in a thread of its own, all started together."""
    start = threading.Barrier(len(works))

    def run(work):
        start.wait()
        try:
            work()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_two_workers_and_a_reader_at_once_tell_once_and_count_exactly():
    user = make.an_account()
    for _ in range(100 if FULL else 10):
        happens(user, make.an_account())
        (row,) = Outbox.objects.filter(state="pending")
        at_once(
            partial(tasks.deliver, row.pk),
            partial(tasks.deliver, row.pk),
            partial(mark_read_until, user_id=user.pk, newest=10**9),
        )
        assert unread_of(user) == Notification.objects.of(user.pk).unread().count()
    rows = Notification.objects.all()
    assert rows.count() == 2 * Event.objects.filter(verb=VERB).count()


def test_mail_never_tells_what_is_for_the_page_alone():
    assert VERB in notices.verbs(Rhythm.DAILY)
    assert VERB not in notices.verbs(Rhythm.AT_ONCE, Rhythm.NEVER)


def test_every_registered_function_is_there():
    assert all(callable(handlers.at(path)) for path in notices.every_path())
