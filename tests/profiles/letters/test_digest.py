"""The letter of the morning: at seven where its reader is, once a day, and only what is new."""

import threading
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from ledger.models import Mail, Notification
from profiles import tasks
from profiles.letters import digest
from profiles.models import User
from tests import make
from tests.profiles.letters.happening import chooses, happens

pytestmark = pytest.mark.django_db
HEBRON = ZoneInfo("Asia/Hebron")
MORNING = datetime(2026, 11, 24, 7, 5, tzinfo=HEBRON)
NIGHT = MORNING - timedelta(hours=8)
DAY = timedelta(days=1)


def told(user, now=MORNING):
    return digest.send_digest(user.pk, now)


def test_what_came_since_is_one_letter_the_newest_first(user):
    for what in ("first", "second"):
        happens(user, what=what, at=NIGHT)
    assert told(user) == 2
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("lina@example.org", "News in Silah")
    assert mail.text.index("News: second") < mail.text.index("News: first")
    assert "https://silah.example/openings/" in mail.text


@pytest.mark.parametrize(
    ("notices", "lines"), [("usual", 1), ("at_once", 0), ("daily", 2), ("never", 0)]
)
def test_it_holds_what_the_account_wants_once_a_day(user, notices, lines):
    chooses(user, "never")
    for rhythm in ("at_once", "daily", "never"):
        happens(user, rhythm=rhythm, at=NIGHT)
    chooses(user, notices)
    assert told(user) == lines
    assert Mail.objects.count() == bool(lines)


def test_what_was_mailed_at_once_is_not_told_again(user):
    happens(user, rhythm="at_once", at=NIGHT)
    chooses(user, "daily")
    Mail.objects.all().delete()
    assert told(user) == 0


def test_what_was_read_is_not_told(user):
    happens(user, at=NIGHT)
    Notification.objects.update(read_at=NIGHT)
    assert digest.due_users(MORNING) == []
    assert told(user) == 0


def test_what_is_older_than_a_week_is_no_news(user):
    happens(user, at=MORNING - 8 * DAY)
    assert told(user) == 0


def test_a_closed_account_gets_none(user):
    happens(user, at=NIGHT)
    User.objects.update(is_active=False)
    assert digest.due_users(MORNING) == []
    assert told(user) == 0


def test_what_the_reader_may_not_know_is_not_told(user):
    happens(user, what="Canary", secret=True, at=NIGHT)
    assert told(user) == 0
    assert not Mail.objects.exists()


@pytest.mark.parametrize(
    ("hour", "is_due"), [(6, False), (7, True), (9, True), (10, False), (23, False)]
)
def test_it_comes_in_the_morning(user, hour, is_due):
    happens(user, at=NIGHT)
    assert (digest.due_users(MORNING.replace(hour=hour)) == [user.pk]) is is_due
    assert bool(told(user, MORNING.replace(hour=hour))) is is_due


ZONES = ["Asia/Hebron", "America/Santiago", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns"]
NIGHTS_OF_THE_CLOCK = [
    ("Asia/Hebron", date(2026, 3, 28)),
    ("Asia/Hebron", date(2026, 10, 31)),
    ("Europe/Berlin", date(2026, 3, 29)),
    ("America/New_York", date(2026, 11, 1)),
]


@pytest.mark.parametrize("zone", ZONES)
def test_seven_is_that_of_the_readers_zone(zone):
    user = make.an_account(time_zone=zone)
    seven = datetime(2026, 11, 24, 7, 0, tzinfo=ZoneInfo(zone))
    happens(user, at=seven - timedelta(hours=2))
    due = [at for at in quarters(seven.astimezone(UTC)) if digest.due_users(at)]
    assert due[0] == seven.astimezone(UTC)
    assert len(due) == 12


@pytest.mark.parametrize(("zone", "day"), NIGHTS_OF_THE_CLOCK, ids=str)
def test_on_the_day_the_clock_changes_it_comes_at_seven_once(zone, day):
    user = make.an_account(time_zone=zone)
    seven = datetime.combine(day, time(7), ZoneInfo(zone)).astimezone(UTC)
    happens(user, at=seven - timedelta(minutes=1))
    sent = [at for at in quarters(seven) if told(user, at)]
    assert sent == [seven]


def quarters(round_about):
    """Every quarter of an hour when beat comes by, from half a day before to half a day after."""
    return [round_about + timedelta(minutes=15 * n) for n in range(-48, 48)]


def test_one_a_day_what_comes_after_seven_waits_for_the_next_morning(user):
    happens(user, what="early", at=NIGHT)
    assert told(user) == 1
    happens(user, what="later", at=MORNING + timedelta(minutes=10))
    assert told(user, MORNING + timedelta(hours=2)) == 0
    assert told(user, MORNING + DAY) == 1
    assert [mail.text.count("News: early") for mail in Mail.objects.order_by("pk")] == [1, 0]


def test_a_morning_without_beat_is_made_up_the_next_day(user):
    happens(user, at=NIGHT)
    assert told(user, MORNING + DAY) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_write_one_letter():
    user = make.an_account(time_zone="Asia/Hebron")
    happens(user, at=NIGHT)
    start, lines = threading.Barrier(2), []

    def work():
        start.wait()
        lines.append(told(user))
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(lines) == [0, 1]
    assert Mail.objects.count() == 1


def test_beat_finds_who_is_due_in_as_many_queries_for_thirty_as_for_three(user):
    def queries():
        with CaptureQueriesContext(connection) as found:
            digest.due_users(MORNING)
        return len(found)

    happens(user, *(make.an_account() for _ in range(2)), at=NIGHT)
    few = queries()
    happens(*(make.an_account() for _ in range(27)), at=NIGHT)
    assert queries() == few
    assert len(digest.due_users(MORNING)) == 30


def test_beat_hands_out_one_task_an_account(user, settings, monkeypatch):
    task = settings.CELERY_BEAT_SCHEDULE["hand-out-digests"]["task"]
    assert task == tasks.hand_out_digests.name
    handed = []
    monkeypatch.setattr(tasks.send_digest, "delay", handed.append)
    with time_machine.travel(MORNING, tick=False):
        happens(user, at=NIGHT)
        happens(user, at=NIGHT)
        assert tasks.hand_out_digests() == 1
        assert handed == [user.pk]
        assert tasks.send_digest(user.pk) == 2
