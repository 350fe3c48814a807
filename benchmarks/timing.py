"""Seconds of a piece of work."""

import time
from collections.abc import Callable

Clock = Callable[[], float]


def seconds(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start
