"""`python -m benchmarks.measured COMMAND...`: run it, then print its times and its peak as JSON.

A process of its own, and a small one: the kernel counts into a child's peak what its parent held
at the moment of the fork, and the parent of these figures has held millions of pairs.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATHS = os.pathsep.join((str(ROOT / "platform"), str(ROOT)))
"""Where a child finds the checkout's code."""
KIB_IN_MB = 1024 if sys.platform == "linux" else 1024 * 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """A command that ended well: wall-clock seconds with its start, and peak resident memory.

    cpu_seconds: of its own process; the servers' are not in it
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Measured:
    """Run a command in the checkout's folder. Raises RuntimeError with its last words."""
    return Measured(**json.loads(run_module("benchmarks.measured", *command, **environment)))


def run_module(module: str, *arguments: str, **environment: str) -> str:
    """The last line that a module prints, run in the checkout's folder by a child process.

    Raises RuntimeError with its last words.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": PATHS, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip()[-2000:]
        command = " ".join((module, *arguments))
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{said}")
    return done.stdout.splitlines()[-1]


def main(command: list[str]) -> int:
    start = time.perf_counter()
    pid = os.spawnvp(os.P_NOWAIT, command[0], command)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    cpu_seconds, peak_mb = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB_IN_MB
    print(json.dumps({"seconds": seconds, "cpu_seconds": cpu_seconds, "peak_mb": peak_mb}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
