import pytest
from django.db import IntegrityError, connection, transaction

from ledger.actions import record
from ledger.models import Event
from profiles.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    with transaction.atomic():
        return record(verb="test.happened", codes={"n": 1})


@pytest.mark.parametrize(
    "statement", ["UPDATE ledger_event SET verb = 'x'", "DELETE FROM ledger_event"]
)
def test_an_event_can_be_neither_changed_nor_deleted(event, statement):
    with (
        pytest.raises(IntegrityError, match="append-only: record a new event"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().verb == "test.happened"


def test_an_event_keeps_who_what_and_codes():
    user = User.objects.create_user("a@example.org")
    event = record(verb="test.seen", subject=user, actor_id=user.pk, codes={"k": [1]})
    stored = Event.objects.get(pk=event.pk)
    assert (stored.verb, stored.subject_kind, stored.subject_id) == (
        "test.seen",
        "profiles.user",
        user.pk,
    )
    assert (stored.actor_id, stored.codes) == (user.pk, {"k": [1]})
    assert stored.at is not None


@pytest.mark.django_db(transaction=True)
def test_record_outside_a_transaction_is_refused_in_words():
    with pytest.raises(RuntimeError, match="wrap the action in atomic"):
        record(verb="test.happened")
    assert not Event.objects.exists()


def test_an_actor_who_did_something_cannot_be_deleted():
    user = User.objects.create_user("a@example.org")
    record(verb="test.seen", actor_id=user.pk)
    with pytest.raises(Exception, match="protected foreign keys"):
        user.delete()
