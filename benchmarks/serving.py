"""Two gunicorns as `silah.up` starts them, and what a request costs them and PostgreSQL."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from benchmarks.measured import PATHS, ROOT

TICK = os.sysconf("SC_CLK_TCK")
UP_SECONDS = 60
SERVE = ("--workers", "2", "--threads", "4", "--worker-class", "gthread", "--preload")


@dataclass(frozen=True, slots=True)
class Site:
    """A running gunicorn: its port, and its first process."""

    port: int
    master: int

    def get(self, path: str, cookie: str = "") -> tuple[int, float]:
        """(status, seconds) of one request on a connection of its own."""
        start = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Host": "localhost", "Connection": "close", "Cookie": cookie}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status, time.perf_counter() - start

    def cpu_seconds(self) -> float:
        return sum(_cpu(pid) for pid in [self.master, *_children(self.master)])


@contextmanager
def served(url: str, application: str) -> Iterator[Site]:
    """gunicorn on the database `url`, answering when this begins, gone when it ends."""
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "SILAH_DEMO": "1",
        "PYTHONPATH": PATHS,
        "PYTHONWARNINGS": "ignore",
    }
    port = _free_port()
    bind = ("--bind", f"127.0.0.1:{port}", "--no-control-socket", "--log-level", "error")
    command = [sys.executable, "-m", "gunicorn", application, *SERVE, *bind]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        site = Site(port, process.pid)
        _wait(site)
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _free_port() -> int:
    with closing(socket.socket()) as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


def _wait(site: Site) -> None:
    until = time.monotonic() + UP_SECONDS
    while time.monotonic() < until:
        with suppress(OSError, http.client.HTTPException):
            site.get("/bare/")
            return
        time.sleep(0.1)
    raise RuntimeError(f"No web server answers on port {site.port} after {UP_SECONDS} s.")


def postmaster(url: str) -> int:
    """The process all of PostgreSQL's are children of."""
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(_stat(cursor.fetchone()[0])[1])


def postgres_cpu_seconds(master: int) -> float:
    """Of all its processes, those that have ended included."""
    return _cpu(master, ended=True) + sum(_cpu(pid) for pid in _children(master))


def _cpu(pid: int, *, ended: bool = False) -> float:
    """User and system seconds of a process; with those of its ended children."""
    with suppress(FileNotFoundError, ProcessLookupError):
        fields = _stat(pid)
        return sum(int(ticks) for ticks in fields[11 : 15 if ended else 13]) / TICK
    return 0.0


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on: the name before it may hold spaces."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(ValueError, OSError):
            child = int(entry.name)
            if int(_stat(child)[1]) == pid:
                found.append(child)
    return found


def machine_times() -> list[int]:
    """Ticks of all cores since the start: user, nice, system, idle, iowait, irq, softirq, steal."""
    return [int(ticks) for ticks in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
