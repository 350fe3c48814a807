"""Scores of two totals. Doubles divide faster than integers, and all stay below 2^53: exact."""

import numpy as np

from matching.engine.compiled import inlined, inner
from matching.engine.criteria import ONE
from matching.engine.kernels.heap import LOW

NEVER = ONE + 1


@inlined
def reaches(a: float, b: float, least: float) -> bool:
    """Whether no veto bars two totals and they make a score of at least so much."""
    return 2.0 * a * b >= least * max(a + b, 1.0)


@inlined
def mean(a: float, b: float) -> int:
    """The score that two totals make."""
    return int(2.0 * a * b / max(a + b, 1.0))


@inlined
def totals_of(points: np.int64, covered: int, coverage: tuple[int, int]) -> tuple[float, float]:
    """Both totals of so many points that no veto made negative and so much coverage, per mille."""
    a = float(points >> 32) + float(coverage[0] * covered)
    b = float(points & LOW) + float(coverage[1] * covered)
    return a, b


@inner
def score_of(points: np.int64, covered: int, coverage: tuple[int, int]) -> int:
    a, b = totals_of(points, covered, coverage)
    return mean(a, b)


@inlined
def least_coverage(bound: np.int64, least: np.int64, coverage: tuple[int, int]) -> int:
    """The coverage, per mille, below which no doc of at most these points scores `least`.

    `NEVER` where even full coverage does not. It may come out a little low, never high.
    """
    a, b = float(bound >> 32), float(bound & LOW)
    p, q, aim = float(coverage[0]), float(coverage[1]), float(least)
    if reaches(a, b, aim):
        return 0
    full_a, full_b = a + p * ONE, b + q * ONE
    if not reaches(full_a, full_b, aim):
        return NEVER
    # 2 (a + p x)(b + q x) = aim (a + b + (p + q) x), solved for x.
    square, slope = 2.0 * p * q, 2.0 * (a * q + b * p) - aim * (p + q)
    rest = 2.0 * a * b - aim * (a + b)
    if square == 0.0:
        root = -rest / slope
    else:
        root = (np.sqrt(slope * slope - 4.0 * square * rest) - slope) / (2.0 * square)
    return max(1, int(np.ceil(root - 0.001)))
