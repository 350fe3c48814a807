"""A full run of two workers, one of which is killed in the middle, ends as if nothing had been."""

import hashlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import psutil
import pytest
from django.db import connection

from benchmarks.measured import measure
from ledger.models import Job
from matching import freshening, runs, tasks
from matching.models import Candidacy, TopMatches
from profiles.models import Profile
from silah.embedded.processes import Process
from tests.full import PEOPLE
from tests.matching.freshness.multitude import a_multitude
from tests.workers import environment_of_tests, running_worker, seconds_until

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 3600.0
IS_LONG = PEOPLE > 100_000
BUILD = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "silah.settings"
import django
django.setup()
from matching import generations
from matching.pairings import registry
generations.build(registry.get("hiring"))
"""
EVERYTHING = """
COPY (
    SELECT opening_id, candidacy_id, ids, scores, kth, weights_version
    FROM matching_topmatches ORDER BY opening_id, candidacy_id
) TO STDOUT
"""


class Digest:
    """A file that keeps no more than the SHA-256 of what is written to it."""

    def __init__(self) -> None:
        self.sum, self.bytes = hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        self.bytes += len(data)
        return len(data)


def digest() -> str:
    """Of every stored list, both sides."""
    found = Digest()
    with connection.cursor() as cursor:
        cursor.copy_expert(EVERYTHING, found)
    assert found.bytes > 0
    return found.sum.hexdigest()


@contextmanager
def two_hosts(folders: tuple[Path, Path]) -> Iterator[tuple[Process, Process]]:
    """A worker each, with folders of their own."""
    for folder in folders:
        folder.mkdir()
    with (
        running_worker(folders[0], SILAH_INDEX_SHARED="false") as first,
        running_worker(folders[1], SILAH_INDEX_SHARED="false") as second,
    ):
        yield first, second


def progress(job: Job) -> float:
    job.refresh_from_db()
    return job.done / job.total if job.total else 0.0


def finish(job: Job) -> None:
    seconds_until(lambda: Job.objects.get(pk=job.pk).is_over, patience=PATIENCE)
    job.refresh_from_db()
    assert (job.state, job.done) == (Job.State.DONE, job.total)


def kill(worker: Process) -> None:
    """The whole worker; in the short form only a process of its pool, whose work is not waited for.

    What a lost host had taken is given to another after LOST_AFTER_SECONDS.
    """
    doomed = [worker.pid] if IS_LONG else [psutil.Process(worker.pid).children()[0].pid]
    for pid in doomed:
        os.kill(pid, signal.SIGKILL)


def test_lists_are_those_of_an_undisturbed_run_byte_for_byte(tmp_path: Path) -> None:
    """Of one host; the two of the disturbed run share no folder."""
    a_multitude(people=PEOPLE, jobs=max(30, PEOPLE // 300))
    with running_worker(tmp_path):
        undisturbed, seconds = tasks.start("hiring"), time.monotonic()
        tasks.match_pairing.delay(undisturbed.pk)
        finish(undisturbed)
    say(f"undisturbed: {time.monotonic() - seconds:.0f} s, {undisturbed.total} shards")
    expected, lists = digest(), TopMatches.objects.count()
    assert lists > PEOPLE
    TopMatches.objects.all().delete()

    folders = tmp_path / "first", tmp_path / "second"
    with two_hosts(folders) as (_, doomed):
        disturbed, seconds = tasks.start("hiring"), time.monotonic()
        tasks.match_pairing.delay(disturbed.pk)
        seconds_until(lambda: progress(disturbed) >= 0.4, patience=PATIENCE)
        kill(doomed)
        say(f"killed after {disturbed.done} of {disturbed.total} shards")
        assert 0.4 <= progress(disturbed) < 0.9
        finish(disturbed)
        say(f"with one worker killed: {time.monotonic() - seconds:.0f} s, {lists:,} lists")
    assert digest() == expected
    for folder in folders:
        assert generations_in(folder) == {disturbed.result["generation"]}
    say(f"SHA-256 of all lists, both runs: {expected}")


def generations_in(folder: Path) -> set[str]:
    return {each.name for each in (folder / "index" / "hiring").iterdir()}


@pytest.mark.skipif(not IS_LONG, reason="figures of a multitude: make torture")
def test_what_a_change_and_an_index_of_a_multitude_cost(tmp_path: Path, settings: Any) -> None:
    """For the eye: seconds a change, seconds and peak memory of a build."""
    a_multitude(people=PEOPLE, jobs=PEOPLE // 300)
    settings.INDEX_ROOT = tmp_path / "index"
    built = measure([sys.executable, "-c", BUILD], environment_of_tests(SILAH_STATE=str(tmp_path)))
    say(f"index: {built.seconds:.0f} s, peak {built.peak_mb:,.0f} MB with Python and Django")
    start = time.monotonic()
    runs.run("hiring", rebuild=False)
    lists = TopMatches.objects.count()
    say(f"scored and stored in one process: {lists / (time.monotonic() - start):,.0f} lists/s")
    random = Random(3)
    keys = list(Candidacy.objects.values_list("pk", flat=True))
    seconds = sorted(map(seconds_of_a_change, random.sample(keys, 50)))
    say(f"a changed graduate: {seconds[25]:.3f} s (p50), {seconds[47]:.3f} s (p95)")
    assert lists > PEOPLE


def seconds_of_a_change(candidacy: int) -> float:
    profile = Candidacy.objects.get(pk=candidacy).profile
    Profile.objects.filter(pk=profile.pk).update(experience_years=candidacy % 9)
    start = time.monotonic()
    freshening.follow("hiring", {"candidacy": [candidacy]})
    return time.monotonic() - start


def say(line: str) -> None:
    """For `make torture`, which shows it."""
    sys.stdout.write(f"{line}\n")
