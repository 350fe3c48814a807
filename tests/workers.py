"""A real Celery worker in processes of its own, on the database and the queue of the tests."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection

from silah.embedded.processes import Process, start_tied
from silah.embedded.state import CHECKOUT

PATIENCE = 120.0
"""Seconds for what has no limit of its own: a first start compiles the kernel."""
PAUSE = 0.05
COMMAND = ("-m", "celery", "--quiet", "--app", "silah", "worker", "--concurrency=2")
SHORT_START = ("--without-gossip", "--without-mingle", "--loglevel=WARNING")


@contextmanager
def running_worker(folder: Path, *options: str, **variables: str) -> Iterator[Process]:
    """A worker until the block ends; `folder` holds its index and its log.

    variables: of its environment, beside those of the tests

    SIGTERM lets it finish what it is doing; whatever is left of its group is killed.
    """
    worker = start_tied(
        [sys.executable, *COMMAND, *SHORT_START, *options],
        death_signal=signal.SIGKILL,
        environment=environment_of_tests(SILAH_STATE=str(folder), **variables),
        folder=CHECKOUT,
        log=folder / "worker.log",
    )
    try:
        yield worker
    finally:
        worker.terminate()
        with suppress(Exception):
            worker.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def environment_of_tests(**given: str) -> dict[str, str]:
    """Our own variables, with the database that pytest-django made in place of the first."""
    database = urlsplit(os.environ["DATABASE_URL"])._replace(
        path=f"/{connection.settings_dict['NAME']}"
    )
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "platform"), str(CHECKOUT)]),
        "PYTHONWARNINGS": "ignore",
        "DATABASE_URL": database.geturl(),
        **given,
    }


def seconds_until(fact: Callable[[], bool], *, patience: float = PATIENCE) -> float:
    """How long it took until `fact` held; AssertionError where it never did."""
    start = time.monotonic()
    while not fact():
        assert time.monotonic() - start < patience, f"not within {patience:g} s"
        time.sleep(PAUSE)
    return time.monotonic() - start
