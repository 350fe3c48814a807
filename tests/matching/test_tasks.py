"""A full run by tasks: counted exactly, ended once, safe to deliver twice."""

from dataclasses import asdict

import pytest

from ledger.models import Job
from matching import generations, runs, tasks
from matching.models import TopMatches
from matching.pairings import registry
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shards(monkeypatch):
    """A Job that is under way, and its shards of two queries each."""
    monkeypatch.setattr(runs, "SHARD", 2)
    make.a_job()
    for _ in range(3):
        make.looks_for_a_job(make.a_graduate())
    job = tasks.start("hiring")
    return job, [asdict(shard) for shard in tasks.open_job(job.pk)]


def state(job):
    job.refresh_from_db()
    return job.state, job.done, job.total


def test_the_last_shard_ends_the_job(shards):
    job, parts = shards
    assert state(job) == ("running", 0, 3)
    for part in parts:
        tasks.score_shard(job.pk, part)
    assert state(job) == ("done", 3, 3)
    assert TopMatches.objects.filter(pairing="hiring").count() == 4
    shown = job.result["exposure"]
    assert [shown[side]["people"] for side in ("opening", "candidacy")] == [1, 3]
    assert shown["candidacy"]["listed"] == 1


def test_a_shard_delivered_twice_is_counted_once(shards):
    job, parts = shards
    tasks.score_shard(job.pk, parts[0])
    tasks.score_shard(job.pk, parts[0])
    assert state(job) == ("running", 1, 3)


def test_a_shard_that_comes_after_the_end_changes_nothing(shards):
    job, parts = shards
    for part in [*parts, parts[0]]:
        tasks.score_shard(job.pk, part)
    assert state(job) == ("done", 3, 3)


def test_a_pairing_with_nobody_is_done_at_once():
    job = tasks.start("investing")
    assert tasks.open_job(job.pk) == []
    assert state(job) == ("done", 0, 0)


def test_an_unknown_pairing_makes_no_job():
    with pytest.raises(LookupError, match="choose one of"):
        tasks.start("dating")
    assert not Job.objects.exists()


def test_old_generations_are_removed_and_a_few_kept():
    hiring = registry.get("hiring")
    names = [generations.build(hiring).name for _ in range(generations.KEPT + 2)]
    folder = generations.current(hiring).folder.parent
    kept = {each.name for each in folder.iterdir()}
    assert kept == set(names[-generations.KEPT :])
