"""Silah as production serves it: gunicorn, static files collected, the database of the tests."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from silah.embedded.processes import start_tied
from silah.embedded.state import CHECKOUT
from tests.workers import environment_of_tests, seconds_until

HEADER = "X-Queries"
"""Says how many queries an answer took (tests/browser/counted.py)."""
COLLECT = ("manage.py", "collectstatic", "--no-input", "--verbosity=0")
UNUSED = ("--ignore=flags", "--ignore=rest_framework")
SERVE = ("-m", "gunicorn", "tests.browser.counted:application", "--worker-class=gthread")
QUIETLY = ("--threads=4", "--no-control-socket", "--log-level=warning")


def collect(folder: Path) -> None:
    """Fill `folder` as an image is filled."""
    environment = environment_of_tests(STATIC_ROOT=str(folder))
    subprocess.run([sys.executable, *COLLECT, *UNUSED], cwd=CHECKOUT, env=environment, check=True)


@contextmanager
def serving(static: Path, log: Path) -> Iterator[str]:
    """The address of a web server that runs until the block ends."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = start_tied(
        [sys.executable, *SERVE, *QUIETLY, f"--bind=127.0.0.1:{port}"],
        death_signal=signal.SIGKILL,
        environment=environment_of_tests(STATIC_ROOT=str(static)),
        folder=CHECKOUT,
        log=log,
    )
    try:
        seconds_until(lambda: _answers(port))
        yield f"http://localhost:{port}"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("localhost", port, timeout=20)
    with suppress(OSError):
        connection.request("GET", "/")
        return connection.getresponse().status == http.HTTPStatus.OK
    return False
