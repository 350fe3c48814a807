"""The processes of a running Silah: started tied to the supervisor, stopped together."""

import os
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from silah.embedded.processes import Process, start_tied

STOP_SECONDS = 1.5


class Children:
    """Long-running processes by name, and steps that end by themselves."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self._environment = environment
        self._folder = folder
        self._running: dict[str, Process] = {}
        self._step: Process | None = None

    def start(self, name: str, argv: Sequence[str]) -> None:
        self._running[name] = self._tied(argv, None)

    def start_step(self, argv: Sequence[str], output: Path | None) -> Process:
        """Start a command that ends by itself; what it prints goes to `output`, if given."""
        self._step = self._tied(argv, output)
        return self._step

    def ended(self) -> str | None:
        """The name and status of a long-running process that ended by itself."""
        for name, process in self._running.items():
            if (status := process.poll()) is not None:
                return f"{name} (status {status})"
        return None

    def stop(self) -> None:
        """Ask all to finish and wait; then kill what is left, grandchildren too."""
        processes = [*self._running.values(), *([self._step] if self._step else [])]
        for process in processes:
            process.terminate()
        until = time.monotonic() + STOP_SECONDS
        while time.monotonic() < until and any(p.poll() is None for p in processes):
            time.sleep(0.02)
        for process in processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _tied(self, argv: Sequence[str], output: Path | None) -> Process:
        return start_tied(
            argv,
            death_signal=signal.SIGKILL,
            environment=self._environment,
            folder=self._folder,
            log=output,
            log_errors=False,
        )
