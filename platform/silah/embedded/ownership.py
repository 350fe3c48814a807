"""Who runs a server of this checkout: one process owns it, all others borrow it.

Two locks a server. `.owner` is held by the owning process. `.running` is handed to the server
itself, so it is free only when the last of its processes has ended, whatever became of the owner.
"""

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from silah.embedded.accounts import Account
from silah.embedded.errors import EmbeddedError
from silah.embedded.locks import FileLock
from silah.embedded.processes import PLAIN_ENVIRONMENT, Ladder, Process, start_tied, stop

PATIENCE_SECONDS = 30.0
# Where the kernel ends a server with its owner, one that is left over only needs a moment.
LEFTOVER_SECONDS = 5.0 if sys.platform == "linux" else 0.0


class Server(Protocol):
    """`url` goes into the environment `variable`; `ladder` are signals, the mildest first."""

    name: str
    variable: str
    state: Path
    account: Account
    ladder: Ladder

    @property
    def url(self) -> str: ...

    def answers(self) -> bool: ...

    def prepare(self) -> list[str]: ...


@dataclass(frozen=True)
class Owned:
    server: Server
    process: Process
    lock: FileLock

    def stop(self) -> None:
        stop(self.process, self.server.ladder)
        self.lock.release()


@dataclass(frozen=True)
class Borrowed:
    server: Server
    owner: int | None


def join(server: Server) -> Owned | Borrowed:
    """Start `server`, or attach to it where another process has; it answers on return."""
    lock = FileLock(server.state / f"{server.name}.owner")
    until = time.monotonic() + PATIENCE_SECONDS
    while not lock.take():
        if server.answers():
            return Borrowed(server, lock.named_process())
        if time.monotonic() > until:
            raise EmbeddedError(
                f"Process {lock.named_process()} owns {server.name} of this checkout but it does "
                "not answer: stop that process, then try again."
            )
        time.sleep(0.03)
    lock.keep_from_forks()
    try:
        lock.name_process(os.getpid())
        return Owned(server, _start(server), lock)
    except BaseException:
        lock.release()
        raise


def _start(server: Server) -> Process:
    running = FileLock(server.state / f"{server.name}.running")
    _outlast_leftovers(running, server)
    log = server.state / f"{server.name}.log"
    try:
        process = start_tied(
            server.prepare(),
            death_signal=server.ladder[0][0],
            account=server.account,
            log=log,
            environment=PLAIN_ENVIRONMENT,
            folder=Path("/"),
            keep_open=[running.descriptor],
        )
        running.name_process(process.pid)
    finally:
        running.release()
    _wait_until_it_answers(server, process, log)
    return process


def _outlast_leftovers(running: FileLock, server: Server) -> None:
    """Take the `running` lock; a server whose owner died without it is told to go."""
    if running.take(seconds=LEFTOVER_SECONDS):
        return
    for each, seconds in (*server.ladder, (signal.SIGKILL, 5.0)):
        if leftover := running.named_process():
            os.kill(leftover, each)
        if running.take(seconds=seconds):
            return
    raise EmbeddedError(
        f"An earlier {server.name} of this checkout does not end: stop process "
        f"{running.named_process()}, then try again."
    )


def _wait_until_it_answers(server: Server, process: Process, log: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not server.answers():
        if process.poll() is not None or time.monotonic() > until:
            stop(process, server.ladder)
            last_words = log.read_text(errors="replace").strip()[-2000:]
            raise EmbeddedError(
                f"{server.name} did not start. Its log ends:\n{last_words}\n"
                f"Mend that, say `make clean` to begin anew, or set {server.variable}."
            )
        time.sleep(0.01)
