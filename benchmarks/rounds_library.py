"""The rival of rounds: PyPI's `matching`, in a folder and a process of its own.

It imports under the name of our app, so it can never be in the environment, nor in the lock.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.measured import ROOT
from matching.rounds.rankings import Rankings

LOCKED = ROOT / "benchmarks" / "rounds_rival.txt"
SCRIPT = ROOT / "benchmarks" / "rounds_outside.py"
SHELF = ROOT / ".local" / "rivals"


@dataclass(frozen=True, slots=True)
class Lists:
    """A round by ids, as people give it: lists best first."""

    residents: dict[int, list[int]]
    hosts: dict[int, list[int]]
    capacities: dict[int, int]


@dataclass(frozen=True, slots=True)
class Outside:
    """What the library found: resident to host; seconds to make its players, and to match them."""

    assigned: dict[int, int]
    build: float
    solve: float


def library() -> Path:
    """The folder with the library, fetched once. Raises RuntimeError where it cannot be had."""
    locked = LOCKED.read_text()
    folder = SHELF / locked.split()[0]
    if not folder.exists():
        SHELF.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=SHELF) as beside:
            _install(Path(beside) / "whole")
            (Path(beside) / "whole").rename(folder)
    return folder


def _install(target: Path) -> None:
    """With uv where there is one, as `make` does: an environment it made has no pip."""
    uv = shutil.which("uv")
    pip = (
        [uv, "pip", "install", "-p", sys.executable]
        if uv
        else [sys.executable, "-m", "pip", "install"]
    )
    command = [
        *pip,
        "-q",
        "--no-deps",
        "--require-hashes",
        "--target",
        str(target),
        "-r",
        str(LOCKED),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"`matching` cannot be fetched: {done.stderr.strip()[-300:]}")


def assign_outside(folder: Path, lists: Lists) -> Outside:
    """Give the library these lists. Raises RuntimeError with its last words."""
    done = subprocess.run(
        [sys.executable, "-P", str(SCRIPT)],
        env={**os.environ, "PYTHONPATH": str(folder)},
        input=json.dumps([_pairs(lists.residents), _pairs(lists.hosts), _pairs(lists.capacities)]),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"`matching` found no answer: {done.stderr.strip()[-300:]}")
    found = json.loads(done.stdout)
    return Outside(dict(found["assigned"]), found["build"], found["solve"])


def _pairs(mapping: dict[int, Any]) -> list[tuple[int, Any]]:
    """JSON would turn keys into texts."""
    return list(mapping.items())


def lists_of(rankings: Rankings) -> Lists:
    order = np.lexsort((rankings.ranks, rankings.hosts))
    counts = np.bincount(rankings.hosts, minlength=len(rankings.host_ids))
    of_residents = np.split(rankings.hosts, rankings.ptr[1:-1])
    of_hosts = np.split(rankings.residents[order], np.cumsum(counts)[:-1])
    return Lists(
        {place: listed.tolist() for place, listed in enumerate(of_residents)},
        {place: listed.tolist() for place, listed in enumerate(of_hosts)},
        dict(enumerate(rankings.capacities.tolist())),
    )
