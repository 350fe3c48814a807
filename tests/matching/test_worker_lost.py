"""A process of the pool that is killed in the middle of a task costs time, not the task."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from django.db import connection

from ledger.models import Job
from matching import tasks
from matching.models import TopMatches
from silah.embedded.processes import Process
from tests import make
from tests.workers import running_worker, seconds_until

WAITING = """
SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
"""


@contextmanager
def index_held(pairing: str) -> Iterator[None]:
    """Whoever would build this pairing's index waits until the block ends."""
    key = [f"index {pairing}"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", key)
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", key)


def waiting() -> int:
    """How many wait for an index; a killed one counts on until its turn comes."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        (found,) = cursor.fetchone()
    return int(found)


def kill_the_pool(worker: Process) -> None:
    for child in psutil.Process(worker.pid).children():
        os.kill(child.pid, signal.SIGKILL)


def test_job_of_a_killed_process_is_taken_up_again_and_ends_done(
    transactional_db: None, tmp_path: Path
) -> None:
    make.a_job()
    make.looks_for_a_job(make.a_graduate())
    job = tasks.start("hiring")
    with running_worker(tmp_path) as worker:
        with index_held("hiring"):
            tasks.match_pairing.delay(job.pk)
            seconds_until(lambda: waiting() == 1)
            kill_the_pool(worker)
            seconds_until(lambda: waiting() == 2)
        seconds_until(lambda: Job.objects.get(pk=job.pk).is_over)
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 2, 2)
    assert TopMatches.objects.filter(pairing="hiring").count() == 2
