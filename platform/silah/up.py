"""`python -m silah.up [--port N]`: servers, data, web, worker and beat, until Ctrl-C.

Everything that it starts ends with it, even after `kill -9`.
"""

import argparse
import http.client
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from silah import embedded
from silah.children import Children
from silah.embedded.state import CHECKOUT
from silah.ports import port_number, refusal

WEB_SECONDS = 60.0
PYTHON = sys.executable
WORKERS = {"single": 1, "bulk": 2}
"""Queue to processes: a full run takes both cores and never keeps a saved profile waiting."""
# Hidden from the demo's terminal: true in production only, a worker that runs as root.
QUIET = "ignore::UserWarning:celery.platforms"
# Static files as production serves them; `exec`, so that the web server is the child itself.
COLLECT = (
    '"$1" "$2" collectstatic --clear --no-input -v0 --ignore=flags --ignore=rest_framework'
    ' && shift 2 && exec "$@"'
)


class CannotRunError(Exception):
    """Silah cannot come up or stay up; the message says why and what to do."""


def main() -> int:
    port = _arguments().port
    stop = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda *_: stop.set())
    try:
        if reason := refusal(port):
            raise CannotRunError(reason)
        _run(port, stop)
    except KeyboardInterrupt:
        return 0
    except (CannotRunError, embedded.EmbeddedError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m silah.up", description=__doc__)
    default = os.environ.get("PORT") or "8000"
    parser.add_argument("--port", type=port_number, default=default, help="where to serve (8000)")
    return parser.parse_args()


def _run(port: int, stop: threading.Event) -> None:
    with _timed("servers"):
        servers = embedded.attach("demo")
    with servers:
        if servers.owner_elsewhere is not None:
            raise CannotRunError(
                f"Process {servers.owner_elsewhere} is running Silah's servers of this checkout: "
                "stop it, or wait until it has ended, then try again."
            )
        children = Children(_environment(), CHECKOUT)
        try:
            Boot(port, stop, servers, children).run()
        finally:
            children.stop()


def _environment() -> dict[str, str]:
    """What children see: a demo, never in debug mode, with `platform/` on the path."""
    path = os.pathsep.join(filter(None, [str(CHECKOUT / "platform"), os.environ.get("PYTHONPATH")]))
    inherited = {name: value for name, value in os.environ.items() if name != "DEBUG"}
    usual = {"PYTHONWARNINGS": QUIET, "STATIC_ROOT": str(Path(os.environ["SILAH_STATE"], "static"))}
    return {**usual, **inherited, "SILAH_DEMO": "1", "PYTHONPATH": path}


class Boot:
    """The steps from empty servers to an answering site, then the watch over it."""

    def __init__(
        self, port: int, stop: threading.Event, servers: embedded.Servers, children: Children
    ) -> None:
        self.port = port
        self.stop = stop
        self.servers = servers
        self.children = children
        self.state = Path(os.environ["SILAH_STATE"])

    def run(self) -> None:
        logins = self.state / "logins"
        celery = [PYTHON, "-m", "celery", "--quiet", "--app", "silah"]
        # Loading code is most of the wait, so all load theirs at once.
        self.children.start("web", self._web())
        for queue, processes in WORKERS.items():
            self.children.start(f"{queue} worker", [*celery, *_worker(queue, processes)])
        with _timed("people and matches"):
            self._manage("demo", "--match", output=logins)
        schedule = f"--schedule={self.state / 'beat-schedule'}"
        self.children.start("beat", [*celery, "beat", schedule, "--loglevel=WARNING"])
        with _timed("first page"):
            self._wait_while(lambda: self._page_status() is None, seconds=WEB_SECONDS)
            self._check_page()
        _say(logins.read_text().rstrip())
        _say(f"Silah is up: http://localhost:{self.port}/")
        self._wait_while(lambda: True)

    def _web(self) -> list[str]:
        manage = str(CHECKOUT / "manage.py")
        return ["sh", "-c", COLLECT, "sh", PYTHON, manage, *self._gunicorn()]

    def _gunicorn(self) -> list[str]:
        # Workers touch a file every second: in memory where there is such a folder.
        memory = Path("/dev/shm")  # noqa: S108
        heartbeats = memory if os.access(memory, os.W_OK) else self.state
        return [
            *(PYTHON, "-m", "gunicorn", "silah.wsgi:application"),
            *("--bind", f"127.0.0.1:{self.port}", "--worker-tmp-dir", str(heartbeats)),
            *("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--preload"),
            *("--graceful-timeout", "1", "--no-control-socket", "--log-level", "warning"),
        ]

    def _manage(self, *command: str, output: Path | None = None) -> None:
        """Run a management command to its end; a failing one stops everything."""
        argv = [PYTHON, str(CHECKOUT / "manage.py"), *command]
        step = self.children.start_step(argv, output)
        self._wait_while(lambda: step.poll() is None)
        if step.returncode:
            said = output.read_text() if output else ""
            raise CannotRunError(
                f"{said}`manage.py {' '.join(command)}` failed (status {step.returncode}): "
                "mend what it says above, then try again."
            )

    def _page_status(self) -> int | None:
        """The status of the first page, or None while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", "/", headers={"Host": f"localhost:{self.port}"})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def _check_page(self) -> None:
        status = self._page_status()
        if status != http.HTTPStatus.OK:
            raise CannotRunError(
                f"The first page answers {status}, not 200: mend what the web server says above."
            )

    def _wait_while(self, condition: Callable[[], bool], *, seconds: float | None = None) -> None:
        """Wait until `condition` no longer holds, we are asked to stop, or something has ended."""
        until = time.monotonic() + seconds if seconds else None
        while condition():
            if self.stop.wait(0.05):
                raise KeyboardInterrupt
            if ended := self.children.ended() or self.servers.ended():
                raise CannotRunError(f"Ended by itself: {ended}. Silah stops; see the lines above.")
            if until and time.monotonic() > until:
                raise CannotRunError(f"The web server does not answer on port {self.port}.")


def _worker(queue: str, processes: int) -> list[str]:
    return [
        *("worker", f"--queues={queue}", f"--concurrency={processes}", f"--hostname={queue}@%h"),
        *("--without-gossip", "--without-mingle", "--loglevel=WARNING"),
    ]


@contextmanager
def _timed(phase: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    _say(f"{phase:<20}{time.monotonic() - start:6.1f} s")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
