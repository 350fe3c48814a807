"""The supervisor over a small site in Silah's place: what it starts, says, and leaves behind."""

import http.client
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.platform.checkouts import Checkout, eventually, kill, me, new_checkout

MANAGE = """
import os, sys, time
from pathlib import Path
command = sys.argv[1:]
if command == ["demo", "--match"]:
    if status := os.environ.get("DEMO_STATUS"):
        sys.exit(status)
    print("graduate  amal@example.org  silah")
    from silah.celery import write
    write.delay("matched")
    while not Path("matched").exists():
        time.sleep(0.01)
"""
CELERY = """
import os
from pathlib import Path
from celery import Celery
app = Celery("silah", broker=os.environ["REDIS_URL"].replace("unix://", "redis+socket://"))
app.conf.task_default_queue = "single"

@app.task
def write(name):
    Path(name).touch()
"""
WSGI = """
import os
def application(environ, start):
    start(os.environ.get("ANSWER", "200 OK"), [])
    return [f"demo={os.environ.get('SILAH_DEMO')} debug={os.environ.get('DEBUG')}".encode()]
"""


@pytest.fixture(scope="module")
def site() -> Iterator[Checkout]:
    with tempfile.TemporaryDirectory() as shelf:
        Path(shelf).chmod(0o755)
        with new_checkout(me(), shelf=Path(shelf) if os.geteuid() == 0 else None) as checkout:
            (checkout.folder / "manage.py").write_text(MANAGE)
            (checkout.folder / "platform/silah/celery.py").write_text(CELERY)
            (checkout.folder / "platform/silah/wsgi.py").write_text(WSGI)
            yield checkout


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def up(site: Checkout, port: int) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A supervisor that is up, and the lines it printed until then."""
    process = site.start("-m", "silah.up", PORT=str(port), DEBUG="1")
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if line.startswith("Silah is up"):
            break
    assert lines[-1:] == [f"Silah is up: http://localhost:{port}/"]
    try:
        yield process, lines
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


def refused(site: Checkout, *arguments: str, **given: str) -> tuple[int, str]:
    process = site.start("-m", "silah.up", *arguments, **given)
    _, errors = process.communicate(timeout=60)
    return process.returncode, errors


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def alive(processes: list[psutil.Process]) -> list[str]:
    found = []
    for each in processes:
        with suppress(psutil.NoSuchProcess):  # it may end while we look
            if each.is_running() and each.status() != psutil.STATUS_ZOMBIE:
                found.append(" ".join(each.cmdline()))
    return found


def child(process: subprocess.Popen[str], word: str) -> psutil.Process:
    children = psutil.Process(process.pid).children()
    return next(each for each in children if word in each.cmdline())


def page(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/")
    return connection.getresponse().read().decode()


def test_phases_logins_and_address_are_printed_and_ctrl_c_leaves_nothing(site: Checkout) -> None:
    port = free_port()
    (site.folder / "matched").unlink(missing_ok=True)
    with up(site, port) as (process, lines):
        phases = [line.split()[0] for line in lines[:-2]]
        assert phases == ["servers", "people", "first"]
        assert lines[-2:] == [
            "graduate  amal@example.org  silah",
            f"Silah is up: http://localhost:{port}/",
        ]
        assert page(port) == "demo=1 debug=None"
        assert (site.folder / "matched").exists()
        children = family(process)
        assert len(children) > 8

        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)

        assert process.returncode == 0
        assert time.monotonic() - start < 4
        assert alive(children) == []


def test_killed_supervisor_leaves_nothing_running(site: Checkout) -> None:
    with up(site, free_port()) as (process, _):
        children = family(process)
        assert len(children) > 8

        kill(process)

        assert eventually(lambda: alive(children) == [], seconds=4), alive(children)


def test_child_that_ends_is_named_and_all_stop(site: Checkout) -> None:
    with up(site, free_port()) as (process, _):
        children = family(process)

        child(process, "beat").kill()
        _, errors = process.communicate(timeout=20)

        assert process.returncode == 1
        assert "Ended by itself: beat (status -9). Silah stops" in errors
        assert alive(children) == []


def test_servers_that_end_with_another_process_are_refused(site: Checkout) -> None:
    with site.attached("demo") as owner:
        status, errors = refused(site, "--port", str(free_port()))

    assert status == 1
    assert errors == (
        f"Process {owner.process.pid} is running Silah's servers of this checkout: "
        "stop it, or wait until it has ended, then try again.\n"
    )


def test_port_in_use_is_said_before_anything_starts(site: Checkout) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = site.start("-m", "silah.up", "--port", str(port))
        out, errors = process.communicate(timeout=20)

    assert (process.returncode, out) == (1, "")
    assert errors == f"Port {port} is in use: say `make demo PORT=8123`.\n"


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "٨٠٠٠"])
def test_impossible_port_is_refused(site: Checkout, port: str) -> None:
    status, errors = refused(site, PORT=port)

    assert status == 2
    assert f"{port!r} is no port: give a number from 1 to 65535." in errors


def test_failing_step_stops_everything_with_a_sentence(site: Checkout) -> None:
    status, errors = refused(site, PORT=str(free_port()), DEMO_STATUS="no table for you")

    assert status == 1
    assert errors == (
        "no table for you\n`manage.py demo --match` failed (status 1): "
        "mend what it says above, then try again.\n"
    )


def test_first_page_that_fails_stops_everything_with_a_sentence(site: Checkout) -> None:
    status, errors = refused(site, PORT=str(free_port()), ANSWER="500 Broken")

    assert status == 1
    assert "The first page answers 500, not 200: mend what the web server says above." in errors


def test_given_urls_are_used_and_no_server_starts(site: Checkout) -> None:
    given = {"DATABASE_URL": "postgresql://elsewhere/silah", "DEMO_STATUS": "reached"}
    with site.attached("test") as valkey:
        process = site.start(
            "-m", "silah.up", PORT=str(free_port()), REDIS_URL=valkey.redis_url, **given
        )
        _, errors = process.communicate(timeout=20)

    assert errors.startswith("reached\n")
