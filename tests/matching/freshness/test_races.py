"""Several at once, each in a transaction of its own: nobody's change is lost in a list."""

from collections.abc import Callable
from random import Random
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction

from ledger.tasks import sweep_outbox
from matching import runs
from matching.freshness import locks
from matching.models import TopMatches
from matching.runs import Shard
from profiles.actions import set_skills
from profiles.models import Skill
from tests.full import FULL
from tests.matching.freshness.changing import Crowd, saves_a_profile
from tests.matching.freshness.lists import from_nothing, stored
from tests.workers import seconds_until

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 40 if FULL else 6
WAITING = """
SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
"""


@pytest.fixture(autouse=True)
def _short_lists(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MATCHES_STORED = 4
    monkeypatch.setattr(runs, "SHARD", 3)


@pytest.fixture
def crowd() -> Crowd:
    """Matched once."""
    found = Crowd("hiring", Random(8), openings=6, candidacies=9)
    runs.run("hiring")
    return found


def beside(work: Callable[[], None]) -> Thread:
    """A thread, begun, that gives its connection back."""

    def whole() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = Thread(target=whole)
    thread.start()
    return thread


def one_more(crowd: Crowd) -> None:
    saves_a_profile(crowd)
    sweep_outbox()


def score(shards: list[Shard]) -> None:
    for shard in shards:
        runs.score(shard)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        (found,) = cursor.fetchone()
    return bool(found)


def test_a_shard_that_was_computed_before_a_change_is_computed_again(crowd: Crowd) -> None:
    _, shards = runs.prepare("hiring")
    with transaction.atomic():
        locks.hold_lists("hiring")
        late = beside(lambda: score(shards))
        seconds_until(somebody_waits)
        for _ in range(5):
            saves_a_profile(crowd)
        sweep_outbox()
    late.join()
    assert stored("hiring") == from_nothing("hiring")


def test_two_changes_of_one_party_at_once_end_as_the_later_one(crowd: Crowd) -> None:
    profile = crowd.profile(crowd.candidacies[0])

    def learn(slugs: list[str]) -> None:
        skills = Skill.objects.filter(slug__in=slugs)
        set_skills(profile=profile, levels=dict.fromkeys(skills, 3), by_id=None)
        sweep_outbox()

    for _ in range(ROUNDS):
        both = [beside(lambda: learn(["python"])), beside(lambda: learn(["go", "git"]))]
        for each in both:
            each.join()
        sweep_outbox()
        assert stored("hiring") == from_nothing("hiring")


def test_changes_rebuilds_and_full_runs_at_once_leave_no_trace_of_each_other(crowd: Crowd) -> None:
    def change() -> None:
        for _ in range(ROUNDS * 3):
            one_more(crowd)

    def run() -> None:
        for _ in range(ROUNDS):
            generation, shards = runs.prepare("hiring")
            score(shards)
            runs.finish("hiring", generation.name)

    work = [beside(change), beside(run), beside(run)]
    for each in work:
        each.join()
    sweep_outbox()
    assert stored("hiring") == from_nothing("hiring")


def test_an_index_is_built_while_changes_go_on(crowd: Crowd) -> None:
    """Its lock is not theirs: whoever saves a profile does not wait for a rebuild."""
    with transaction.atomic():
        locks.hold_index("hiring")
        saving = beside(lambda: one_more(crowd))
        saving.join(20)
        assert not saving.is_alive()
    assert stored("hiring") == from_nothing("hiring")


def test_what_a_change_learned_of_the_lists_is_forgotten_when_it_fails(crowd: Crowd) -> None:
    before = stored("hiring")
    with transaction.atomic():
        TopMatches.objects.filter(pairing="hiring").update(kth=1_000_001)
        one_more(crowd)
        transaction.set_rollback(True)
    assert stored("hiring") == before
    for _ in range(5):
        one_more(crowd)
        assert stored("hiring") == from_nothing("hiring")


def test_a_list_written_by_another_process_is_seen_by_the_next_change(crowd: Crowd) -> None:
    """The scores that lead into lists are remembered from change to change, and only then read."""
    one_more(crowd)
    for _ in range(4):
        elsewhere = beside(lambda: one_more(crowd))
        elsewhere.join()
        one_more(crowd)
        assert stored("hiring") == from_nothing("hiring")
