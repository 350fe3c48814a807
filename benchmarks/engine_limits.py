"""What the machine can do at most: bytes read a second, and dense products a second."""

from concurrent.futures import ThreadPoolExecutor
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.engine_population import LAYOUT, TAXONOMY
from benchmarks.sections import Section
from benchmarks.timing import seconds
from matching.engine.compiled import compiled
from matching.engine.index import Side
from matching.engine.runs import find, pick_runs

CORES = 2
WORDS = 1 << 26
"""Of 8 bytes: an array of 512 MB, so that no cache holds it."""
ROUNDS = 5
EARNED = 2
"""Bytes of what a doc earned with its skills. They are written too, which is not counted."""


@compiled
def total(words: NDArray[np.uint64]) -> np.uint64:
    """The sum, as fast as one core reads."""
    found = np.uint64(0)
    for word in words:
        found += word
    return found


def read_bytes_a_second(words: int = WORDS) -> float:
    """All cores reading an array that no cache holds."""
    array = np.ones(words, np.uint64)
    parts = np.array_split(array, CORES)
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(total, parts))
        taken = [seconds(lambda: list(pool.map(total, parts))) for _ in range(ROUNDS)]
    return array.nbytes / median(taken)


def bytes_a_pair(docs: Side, queries: Side, rows: NDArray[np.integer]) -> float:
    """What a scan of holders must read for one pair, on average of these requirers.

    The masks, what was earned, each cell's facets and end, and the postings of the asked skills.
    """
    cells = docs.facets.nbytes + docs.cell_ptr.nbytes
    _, picked = pick_runs(queries.skill_ptr, rows.astype(np.int64))
    _, codes = find(docs.skills, queries.skills[queries.skill_code[picked]])
    posts = np.diff(docs.post_ptr)[codes].sum() * docs.post.itemsize / len(rows)
    return float((docs.words.nbytes + cells + posts) / len(docs) + EARNED)


def limits_section(width: int | None = None) -> Section:
    """The ceiling of dense scoring: a float32 product of vectors as wide as the linear form's."""
    width = width or TAXONOMY + sum(LAYOUT.sizes) + sum(LAYOUT.widths)
    speed = _dense_pairs_a_second(width)
    text = (
        f"A dense float32 product of vectors of {width:,} numbers, all cores: "
        f"{speed / 1e6:.1f} Mpairs/s, before anything is sorted."
    )
    return Section("The ceiling of dense scoring", text, {"gemm_mpairs": speed / 1e6})


def _dense_pairs_a_second(width: int, requirers: int = 1024, holders: int = 4096) -> float:
    rng = np.random.default_rng(1)
    asked = rng.random((requirers, width), np.float32)
    held = rng.random((width, holders), np.float32)
    taken = [seconds(lambda: asked @ held) for _ in range(ROUNDS)]
    return requirers * holders / median(taken)
