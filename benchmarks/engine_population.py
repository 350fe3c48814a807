"""Invented holders and requirers in bulk, and the eight criteria the rivals compute as well.

Five criteria can veto. Values need no clipping, so that SQL can state each in one expression.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matching.engine.columns import Columns
from matching.engine.criteria import ONE, Coverage, Criteria, Level, Overlap, Weights
from matching.engine.index import Role, Side
from matching.engine.layout import Layout

TAXONOMY = 3_000
OCCUPATIONS = 60
OCCUPATION_SKILLS = 60
SILENCE = 0.05
CHUNK = 50_000
IDS_A_PERSON = 50
"""Ids are drawn out of so many times the people."""
ASKED_LEVELS = (0.6, 0.1, 0.15, 0.1, 0.05)
"""How often a requirer asks for each level of a skill, any level first."""
HELD_LEVELS = (0.0, 0.15, 0.4, 0.3, 0.15)


def seniority(holder: int, requirer: int) -> int:
    return ONE - 200 * abs(holder - requirer)


def place(holder: int, requirer: int) -> int | None:
    """Code = region * 2 + remote only."""
    if holder // 2 == requirer // 2:
        return ONE
    return None if holder % 2 > requirer % 2 else 600


def pay(floor: int, ceiling: int) -> int | None:
    return None if floor > ceiling else 500 + 33 * (ceiling - floor)


def share(common: int, need: int) -> int:
    return ONE if common >= need else ONE * common // need


def some(common: int, need: int) -> int | None:
    return share(common, need) if common else None


def consent(common: int, _need: int) -> int | None:
    return 0 if common else None


CRITERIA: Criteria = (
    Level("seniority", seniority, size=6),
    Level("place", place, size=16),
    Level("pay", pay, size=16),
    Overlap("hours", some, width=24),
    Overlap("sectors", share, width=24),
    Overlap("languages", some, width=8),
    Overlap("consent", consent, width=8),
    Coverage("skills"),
)
WEIGHTS: Weights = {
    "seniority": (150, 120),
    "place": (200, 50),
    "pay": (250, 80),
    "hours": (100, 100),
    "sectors": (150, 100),
    "languages": (0, 100),
    "consent": (0, 0),
    "skills": (150, 450),
}
LAYOUT = Layout.of(CRITERIA)


@dataclass(frozen=True, slots=True)
class Population:
    """Both sides as columns, which the rivals read, and as indexes, which the scan reads."""

    holder_columns: Columns
    requirer_columns: Columns
    holders: Side
    requirers: Side


def populate(holders: int, requirers: int, seed: int = 7) -> Population:
    """The same people for the same arguments."""
    rng = np.random.default_rng(seed)
    held = _columns(rng, holders, requiring=False)
    required = _columns(rng, requirers, requiring=True)
    return Population(
        holder_columns=held,
        requirer_columns=required,
        holders=Side.from_chunks("holders", LAYOUT, [held]),
        requirers=Side.from_chunks("requirers", LAYOUT, [required]),
    )


def stream(n: int, seed: int, *, requiring: bool) -> Iterator[Columns]:
    """One side in chunks, so that it never stands in memory as a whole."""
    rng = np.random.default_rng([seed, requiring])
    for start in range(0, n, CHUNK):
        chunk = _columns(rng, min(CHUNK, n - start), requiring=requiring)
        yield replace(chunk, ids=chunk.ids + IDS_A_PERSON * start)


def crowd(n: int, role: Role, seed: int = 7) -> Side:
    """So many holders or requirers, indexed chunk by chunk."""
    chunks = stream(n, seed, requiring=role == "requirers")
    return Side.from_chunks(role, LAYOUT, chunks)


def _columns(rng: np.random.Generator, n: int, *, requiring: bool) -> Columns:
    occupation = rng.integers(0, OCCUPATIONS, n)
    masks = np.stack(
        [
            _hours(rng, n),
            np.uint64(1) << (occupation % 24).astype(np.uint64) | _bits(rng, n, 24, 2),
            _bits(rng, n, 8, 1 if requiring else 3) | np.uint64(not requiring),
            np.where(rng.random(n) < (1 if requiring else 0.9), 1, 2).astype(np.uint64),
        ]
    )
    silent = rng.random(masks.shape) < SILENCE
    masks[silent] = 0
    needs = np.minimum(np.bitwise_count(masks), rng.integers(1, 7, masks.shape))
    ptr, skills = _skills(rng, occupation, *((4, 10) if requiring else (5, 15)))
    chances = ASKED_LEVELS if requiring else HELD_LEVELS
    levels = rng.choice(5, len(skills), p=chances)
    weights = rng.integers(1, 6, len(skills)) if requiring else np.zeros(0)
    return Columns(
        ids=np.sort(rng.choice(IDS_A_PERSON * n, n, replace=False)) + (1 << 33),
        codes=_codes(rng, n, requiring=requiring),
        masks=masks,
        silent=silent,
        needs=needs.astype(np.uint8) if requiring else np.zeros((0, n), np.uint8),
        skill_ptr=ptr,
        skills=skills,
        skill_levels=levels.astype(np.uint8),
        skill_weights=weights.astype(np.uint16),
    )


def _codes(rng: np.random.Generator, n: int, *, requiring: bool) -> NDArray[np.uint8]:
    regions = rng.choice(8, n, p=[0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05])
    money = rng.normal(8 if requiring else 6, 2.5, n).clip(0, 15)
    codes = np.stack([rng.integers(0, 6, n), regions * 2 + rng.integers(0, 2, n), money])
    said = rng.random(codes.shape) >= SILENCE
    return np.where(said, codes.astype(np.uint8) + 1, 0).astype(np.uint8)


def _hours(rng: np.random.Generator, n: int) -> NDArray[np.uint64]:
    start, length = rng.integers(0, 24, n), rng.integers(4, 11, n)
    hours = np.zeros(n, np.uint64)
    for hour in range(10):
        bit = np.uint64(1) << ((start + hour) % 24).astype(np.uint64)
        hours |= np.where(hour < length, bit, np.uint64(0))
    return hours


def _bits(rng: np.random.Generator, n: int, width: int, most: int) -> NDArray[np.uint64]:
    """Masks of 1 to `most` bits, the low ones likelier."""
    bits = np.zeros(n, np.uint64)
    for _ in range(most):
        drawn = np.minimum(rng.geometric(0.35, n) - 1, width - 1).astype(np.uint64)
        bits |= np.uint64(1) << drawn
    return bits


def _skills(
    rng: np.random.Generator, occupation: NDArray[np.int64], least: int, most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Runs of distinct skills: seven in ten from one's occupation, all by a long-tailed law."""
    fixed = np.random.default_rng(1)
    popularity = (fixed.permutation(TAXONOMY) + 3.0) ** -0.9
    popularity /= popularity.sum()
    usual = np.stack(
        [
            fixed.choice(TAXONOMY, OCCUPATION_SKILLS, replace=False, p=popularity)
            for _ in range(OCCUPATIONS)
        ]
    )
    tail = (np.arange(OCCUPATION_SKILLS) + 2.0) ** -0.8
    shape = (len(occupation), most)
    own = usual[occupation[:, None], rng.choice(OCCUPATION_SKILLS, shape, p=tail / tail.sum())]
    drawn = np.where(rng.random(shape) < 0.7, own, rng.choice(TAXONOMY, shape, p=popularity))
    wanted = np.arange(most) < rng.integers(least, most + 1, len(occupation))[:, None]
    drawn = np.sort(np.where(wanted, drawn, -1), axis=1)
    kept = drawn >= 0
    kept[:, 1:] &= drawn[:, 1:] != drawn[:, :-1]
    ptr = np.concatenate([[0], np.cumsum(kept.sum(axis=1))]).astype(np.int64)
    return ptr, (drawn[kept] * 3 + 1).astype(np.int64)
