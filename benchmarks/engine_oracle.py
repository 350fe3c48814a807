"""Kernels against the oracle: random pairs of every pairing, both ways, a process a core."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from benchmarks.measured import run_module
from benchmarks.sections import Section, Value
from benchmarks.timing import seconds

PAIRS = 10_000_000
SEED = 1_000


def oracle_section(pairs: int = PAIRS) -> Section:
    """Each process has a seed of its own. Lists that differ are counted, not raised."""
    found: list[tuple[int, int]] = []
    taken = seconds(lambda: found.extend(_in_processes(pairs)))
    compared, mismatches = (sum(each) for each in zip(*found, strict=True))
    figures: dict[str, Value] = {"oracle_pairs": compared, "oracle_mismatches": mismatches}
    text = (
        f"{compared:,} pairs of the shipped pairings, random weights, exclusions and lengths, each "
        f"way by both kernels and by plain Python: {mismatches:,} lists differ ({taken:.0f} s)."
    )
    return Section("The kernels against the oracle", text, figures)


def _in_processes(pairs: int) -> list[tuple[int, int]]:
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as pool:
        return list(pool.map(partial(_child, -(-pairs // cores)), range(SEED, SEED + cores)))


def _child(pairs: int, seed: int) -> tuple[int, int]:
    compared, mismatches = run_module("benchmarks.engine_fuzz", str(pairs), str(seed)).split()
    return int(compared), int(mismatches)
