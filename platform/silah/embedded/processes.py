"""Processes that cannot outlive the one that started them."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from silah.embedded.accounts import Account, here
from silah.embedded.errors import EmbeddedError

PR_SET_PDEATHSIG = 1
# Servers see none of our variables: PGDATA, PGPORT or a foreign locale must not bend them.
PLAIN_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C"}
Process = subprocess.Popen[bytes]
# Signals with the seconds each is given, the mildest first.
Ladder = tuple[tuple[signal.Signals, float], ...]


def die_with_owner(death_signal: signal.Signals) -> Callable[[], None] | None:
    """A `preexec_fn` that asks the kernel to send `death_signal` when the starting thread ends.

    Changing credentials clears the request; CPython runs `preexec_fn` after `user=` took effect,
    so it holds for `nobody` too (tests/platform/test_embedded.py proves it).
    """
    if sys.platform != "linux":
        return None
    if threading.current_thread() is not threading.main_thread():
        raise EmbeddedError("Start servers from the main thread: they end with their thread.")
    prctl = ctypes.CDLL(None).prctl
    owner = os.getpid()

    def ask_the_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
        if os.getppid() != owner:  # the owner died before we asked
            os._exit(1)

    return ask_the_kernel


def start_tied(
    argv: Sequence[str],
    *,
    death_signal: signal.Signals,
    account: Account | None = None,
    log: Path | None = None,
    log_errors: bool = True,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    keep_open: Collection[int] = (),
) -> Process:
    """Start `argv` in a session of its own (Ctrl-C reaches only us), tied to this process.

    `account` None or our own leaves the user alone. Output goes to the file `log`, or where ours
    goes; so do errors, unless `log_errors` is false. Descriptors in `keep_open` are handed on.
    """
    change = account if account not in {None, here()} else None
    output = log.open("wb") if log else None
    try:
        return subprocess.Popen(  # noqa: S603
            argv,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output and log_errors else None,
            env=environment,
            cwd=folder,
            user=change.uid if change else None,
            group=change.gid if change else None,
            extra_groups=[] if change else None,
            pass_fds=tuple(keep_open),
            start_new_session=True,
            preexec_fn=die_with_owner(death_signal),  # noqa: PLW1509
        )
    finally:
        if output:
            output.close()


def stop(process: Process, ladder: Ladder) -> None:
    """Send each signal of `ladder` and wait its seconds; kill what is still there."""
    for each, seconds in ladder:
        if process.poll() is not None:
            return
        process.send_signal(each)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
    if process.poll() is None:
        process.kill()
        process.wait()
