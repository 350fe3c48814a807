from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from ledger import handlers, tasks
from ledger.actions import record
from ledger.models import Outbox

pytestmark = pytest.mark.django_db(transaction=True)


HEAR, FAIL = f"{__name__}.hear", f"{__name__}.fail"
batches: list = []


def hear(events):
    batches.append(events)


def fail(events):
    raise ValueError("a name that must not be kept")


@pytest.fixture
def heard():
    """What a handler of `test.said` got, batch by batch."""
    batches.clear()
    handlers.on("test.said", HEAR)
    yield batches
    handlers.forget("test.said", HEAR)


@pytest.fixture
def failing():
    handlers.on("test.said", FAIL)
    yield
    handlers.forget("test.said", FAIL)


def say(times=1):
    with transaction.atomic():
        return [record(verb="test.said") for _ in range(times)]


def test_a_recorded_event_is_owed_to_its_handler(heard):
    (event,) = say()
    assert [(row.event, row.handler, row.state) for row in Outbox.objects.all()] == [
        (event, HEAR, "pending")
    ]
    assert heard == []


def test_ten_events_cost_one_delivery(heard):
    events = say(10)
    tasks.deliver(Outbox.objects.earliest("pk").pk)
    assert heard == [events]
    assert set(Outbox.objects.values_list("state", flat=True)) == {"done"}


def test_a_second_delivery_does_nothing(heard):
    say()
    row = Outbox.objects.get()
    tasks.deliver(row.pk)
    tasks.deliver(row.pk)
    assert len(heard) == 1


def test_the_sweep_delivers_what_a_lost_kick_left(heard):
    say(3)
    assert tasks.sweep_outbox() == 3
    assert len(heard) == 1
    assert tasks.sweep_outbox() == 0


def test_a_rolled_back_action_owes_nothing(heard):
    with transaction.atomic():
        record(verb="test.said")
        transaction.set_rollback(True)
    assert not Outbox.objects.exists()


def test_a_failing_handler_is_tried_later_and_keeps_no_text(failing):
    say()
    row = Outbox.objects.get()
    tasks.deliver(row.pk)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.error) == ("pending", 1, "ValueError")
    assert row.due_at > timezone.now() + timedelta(seconds=1)


def test_after_its_last_attempt_a_row_is_failed(failing):
    say()
    row = Outbox.objects.get()
    for _ in range(Outbox.MOST_ATTEMPTS):
        tasks.deliver(row.pk)
    row.refresh_from_db()
    assert row.state == "failed"


def test_one_bad_event_does_not_hold_up_the_next(heard):
    say(2)
    bad, good = Outbox.objects.order_by("pk")
    Outbox.objects.filter(pk=bad.pk).update(attempts=1)
    tasks.deliver(good.pk)
    assert [len(batch) for batch in heard] == [1]
    bad.refresh_from_db()
    assert bad.state == "pending"


def test_a_handler_that_is_no_longer_there_fails_its_row_only(heard):
    (event,) = say()
    gone = Outbox.objects.create(event=event, handler="matching.listeners.gone")
    tasks.deliver(gone.pk)
    gone.refresh_from_db()
    assert (gone.state, gone.error) == ("pending", "ImportError")


def test_every_registered_handler_is_a_function():
    assert all(callable(handlers.at(path)) for path in handlers.every_path())
