"""Checkouts of the launcher alone and processes in them: for tests of servers and supervisor."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OF_THIS_TEST_RUN = {
    *("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "SILAH_STATE", "NUMBA_CACHE_DIR"),
    *("SILAH_STATE_ROOT", "DJANGO_SETTINGS_MODULE", "PORT"),
}
PROGRAM = """
import os, sys
from silah import embedded
try:
    servers = embedded.attach(sys.argv[1])
except embedded.EmbeddedError as error:
    sys.exit(str(error))
print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"], servers.owner_elsewhere, flush=True)
sys.stdin.read()
servers.stop()
"""


@dataclass(frozen=True)
class Person:
    """Somebody who runs Silah: an account and an interpreter that this account can start."""

    uid: int
    gid: int
    python: str


@dataclass
class Checkout:
    """A folder with `platform/silah` in it; `shelf` is its SILAH_STATE_ROOT, if it has one."""

    folder: Path
    person: Person
    shelf: Path | None
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *argv: str, **given: str) -> subprocess.Popen[str]:
        inherited = {k: v for k, v in os.environ.items() if k not in OF_THIS_TEST_RUN}
        paths = [str(self.folder / "platform"), *(p for p in sys.path if "site-packages" in p)]
        shelf = {"SILAH_STATE_ROOT": str(self.shelf)} if self.shelf else {}
        environment = {**inherited, "PYTHONPATH": os.pathsep.join(paths), **shelf, **given}
        switch = self.person.uid != os.geteuid()
        return subprocess.Popen(
            [self.person.python, "-B", *argv],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            user=self.person.uid if switch else None,
            group=self.person.gid if switch else None,
            extra_groups=[] if switch else None,
            start_new_session=True,
        )

    @contextmanager
    def attached(self, purpose: str = "demo", **given: str) -> "Iterator[Attached]":
        """A process that has called `attach`, until the block ends."""
        process = self.start("-c", PROGRAM, purpose, **given)
        assert process.stdout is not None
        words = process.stdout.readline().split()
        assert words, process.stderr and process.stderr.read()
        try:
            yield Attached(process, words[0], words[1], words[2])
        finally:
            process.communicate(timeout=20)


@dataclass(frozen=True)
class Attached:
    process: subprocess.Popen[str]
    database_url: str
    redis_url: str
    owner_elsewhere: str


def me() -> Person:
    return Person(os.geteuid(), os.getegid(), sys.executable)


def ordinary_person() -> Person:
    """Whoever runs the tests, or `daemon` where that is root; skips where neither can."""
    if os.geteuid() != 0:
        return me()
    account = pwd.getpwnam("daemon")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in filter(None, [sys.executable, shutil.which(version, path=os.defpath)]):
        person = Person(account.pw_uid, account.pw_gid, python)
        if _can_run(person):
            return person
    pytest.skip(f"`daemon` can reach no {version} with these packages on this machine")


def _can_run(person: Person) -> bool:
    paths = os.pathsep.join(p for p in sys.path if "site-packages" in p)
    try:
        asked = subprocess.run(
            [person.python, "-c", "import psycopg2"],
            cwd="/",
            env={"PYTHONPATH": paths},
            user=person.uid,
            group=person.gid,
            extra_groups=[],
            capture_output=True,
            check=False,
        )
    except PermissionError:
        return False
    return asked.returncode == 0


@contextmanager
def new_checkout(person: Person, *, shelf: Path | None = None) -> Iterator[Checkout]:
    """A checkout that belongs to `person`, gone after the block with all its state."""
    folder = Path(tempfile.mkdtemp(prefix="silah checkout "))
    folder.chmod(0o755)
    shutil.copytree(ROOT / "platform" / "silah", folder / "platform" / "silah")
    os.chown(folder, person.uid, person.gid)
    checkout = Checkout(folder, person, shelf)
    try:
        yield checkout
    finally:
        cleaned = checkout.start("-m", "silah.embedded", "clean")
        _, errors = cleaned.communicate(timeout=20)
        assert not errors
        shutil.rmtree(folder)


def living(word: str) -> list[str]:
    """The command lines of living processes that mention `word`."""
    asked = subprocess.run(
        ["ps", "-ww", "-eo", "stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    lines = (line.split(maxsplit=1) for line in asked.splitlines())
    return [args for stat, args in lines if not stat.startswith("Z") and word in args]


def eventually(fact: Callable[[], bool], *, seconds: float = 5.0) -> bool:
    until = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
