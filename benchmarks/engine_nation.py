"""A nation: 8 million holders, a year of 3,000 requirers, in a process of its own.

A child, because its peak is a figure: people are made chunk by chunk, indexed and matched, and the
machine's limit is measured only after the peak was read.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.engine_contest import assert_equal, one_thread, spread, two_threads
from benchmarks.engine_limits import bytes_a_pair, read_bytes_a_second
from benchmarks.engine_population import CRITERIA, WEIGHTS, crowd
from benchmarks.measured import run_module
from benchmarks.sections import Section, Value, thousands
from benchmarks.timing import seconds
from matching.engine.index import Side
from matching.engine.ranking import pruned, scan
from matching.engine.tables import Tables, compile_tables
from matching.engine.warming import warm

PEOPLE, REQUIRERS = 8_000_000, 3_000
ROUNDS = 3
LET_GO = 65_536
"""Bytes from which freed memory goes back at once: glibc otherwise keeps a fourth of the peak."""
SCANNED = 48
"""Queries that the exhaustive scan has time for: the lists of all that it answers are compared."""


def nation_section(people: int = PEOPLE, requirers: int = REQUIRERS) -> Section:
    """Both cores. Kernels are compiled before, which takes memory that a worker does not need."""
    warm()
    arguments = "benchmarks.engine_nation", str(people), str(requirers)
    figures = json.loads(run_module(*arguments, MALLOC_MMAP_THRESHOLD_=str(LET_GO)))
    lines = [f"{name.replace('_', ' '):<36} {value:>12,.3f}" for name, value in figures.items()]
    title = f"{people:,} people and {requirers:,} requirers on both cores"
    return Section(title, "\n".join(lines), figures)


def main(people: int, requirers: int) -> dict[str, Value]:
    began = time.perf_counter()
    tables, holders = compile_tables(CRITERIA, WEIGHTS), crowd(people, "holders")
    asking = crowd(requirers, "requirers")
    end, indexed = thousands(people), time.perf_counter() - began
    matched = _matched(tables, holders, asking)
    peak = _peak_gb()
    return {
        f"seconds_{end}_x_{requirers}": matched,
        f"peak_gb_{end}": peak,
        f"index_seconds_{end}": indexed,
        f"index_gb_{end}": holders.nbytes / 1e9,
        f"pruned_2_threads_mpairs_{end}": people * requirers / matched / 1e6,
        **_one_thread(tables, holders, asking),
        **_share_of_dram(tables, holders, asking),
    }


def _matched(tables: Tables, holders: Side, asking: Side) -> float:
    """Seconds for everybody's list, the median of the rounds."""
    rank, rows = two_threads(one_thread(pruned, tables, holders, asking)), np.arange(len(asking))
    return median(seconds(lambda: rank(rows)) for _ in range(ROUNDS))


def _one_thread(tables: Tables, holders: Side, asking: Side) -> dict[str, Value]:
    """Both kernels on one thread, with equal lists."""
    rows = spread(asking, SCANNED)
    scanning, pruning = (one_thread(kernel, tables, holders, asking) for kernel in (scan, pruned))
    assert_equal("pruned", pruning(rows), scanning(rows))
    pairs, end = len(holders) * len(rows) / 1e6, thousands(len(holders))
    return {
        f"scan_mpairs_{end}": pairs / seconds(lambda: scanning(rows)),
        f"pruned_mpairs_{end}": pairs / seconds(lambda: pruning(rows)),
    }


def _share_of_dram(tables: Tables, holders: Side, asking: Side) -> dict[str, Value]:
    """The scan on both cores beside the rate at which they could read what it must read."""
    rows, rank = spread(asking, SCANNED), two_threads(one_thread(scan, tables, holders, asking))
    pairs, needed = len(holders) * len(rows), bytes_a_pair(holders, asking, rows)
    bandwidths, speeds = [], []
    for _ in range(ROUNDS):
        bandwidths.append(read_bytes_a_second())
        speeds.append(pairs / seconds(lambda: rank(rows)))
    speed, bandwidth = median(speeds), median(bandwidths)
    return {
        "dram_gb_per_second": bandwidth / 1e9,
        "scan_bytes_a_pair": needed,
        f"scan_2_threads_mpairs_{thousands(len(holders))}": speed / 1e6,
        "scan_limit_mpairs": bandwidth / needed / 1e6,
        "scan_share_of_dram": speed * needed / bandwidth,
    }


def _peak_gb() -> float:
    """Of this program: what its parent held at the fork is not in it."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status["VmHWM"].split()[0]) * 1024 / 1e9


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:]))))
