"""Random parties for any criteria set: silences, vetoes, ties and huge keys all turn up."""

import random
from collections.abc import Sequence
from functools import cache

from matching.engine.criteria import ONE, Coverage, Criteria, Level, Overlap, Weights
from matching.engine.parties import Asked, Holder, Party, Requirer

SKILLS = [3, 70, 500, 2**31 + 5, 2**40, *range(1000, 1030)]


def draw_weights(rng: random.Random, criteria: Criteria) -> Weights:
    """Weights that add up on each side, about a quarter of them 0."""
    sides = [_draw_side(rng, len(criteria)) for _ in range(2)]
    return {c.name: pair for c, pair in zip(criteria, zip(*sides, strict=True), strict=True)}


def _draw_side(rng: random.Random, count: int) -> list[int]:
    parts = [rng.random() if rng.random() < 0.75 else 0.0 for _ in range(count)]
    parts[rng.randrange(count)] += 0.1
    weights = [int(ONE * part / sum(parts)) for part in parts]
    weights[parts.index(max(parts))] += ONE - sum(weights)
    return weights


def draw_holders(rng: random.Random, criteria: Criteria, count: int) -> list[Holder]:
    """Holders with distinct ids; about one in eight is a copy of another."""
    return [
        Holder(
            id=id_,
            levels=_draw_levels(rng, criteria, "holder"),
            masks=_draw_masks(rng, criteria, 0.6),
            skills={skill: rng.randint(1, _skill_levels(criteria)) for skill in _draw_skills(rng)},
        )
        for id_ in _draw_ids(rng, count)
    ]


def draw_requirers(rng: random.Random, criteria: Criteria, count: int) -> list[Requirer]:
    """Requirers with distinct ids."""
    return [
        Requirer(
            id=id_,
            levels=_draw_levels(rng, criteria, "requirer"),
            masks=_draw_masks(rng, criteria, 0.4),
            needs=tuple(_draw_need(rng, c.most_needed) for c in overlaps(criteria)),
            skills=_draw_asked(rng, criteria),
        )
        for id_ in _draw_ids(rng, count)
    ]


def overlaps(criteria: Criteria) -> list[Overlap]:
    return [c for c in criteria if isinstance(c, Overlap)]


def levels(criteria: Criteria) -> list[Level]:
    return [c for c in criteria if isinstance(c, Level)]


def draw_exclusions(rng: random.Random, counterparts: Sequence[Party]) -> list[int]:
    """Nobody, a few or half of the counterparts, now and then someone unknown."""
    count = rng.choice((0, 0, 3, len(counterparts) // 2))
    drawn = [party.id for party in rng.sample(counterparts, min(count, len(counterparts)))]
    return drawn + ([rng.randrange(2**62)] if rng.random() < 0.2 else [])


def _draw_ids(rng: random.Random, count: int) -> list[int]:
    pool = {rng.choice((rng.randrange(1, 10 * count + 9), rng.randrange(2**62))) for _ in range(9)}
    while len(pool) < count:
        pool.add(rng.choice((rng.randrange(1, 10 * count), rng.randrange(2**62))))
    return rng.sample(sorted(pool), count)


def _draw_levels(rng: random.Random, criteria: Criteria, side: str) -> tuple[int | None, ...]:
    return tuple(
        None if rng.random() < 0.1 else rng.choices(range(level.size), _welcome(level, side))[0]
        for level in levels(criteria)
    )


@cache
def _welcome(level: Level, side: str) -> tuple[float, ...]:
    """How likely each code is: those that meet fewer vetoes are likelier."""
    codes = range(level.size)
    allowed = [
        sum(
            (level.value(code, o) if side == "holder" else level.value(o, code)) is not None
            for o in codes
        )
        for code in codes
    ]
    return tuple((count / level.size) ** 3 + 0.01 for count in allowed)


def _draw_masks(rng: random.Random, criteria: Criteria, full: float) -> tuple[int | None, ...]:
    return tuple(_draw_mask(rng, c.width, full) for c in overlaps(criteria))


def _draw_mask(rng: random.Random, width: int, full: float) -> int | None:
    kind = rng.random()
    if kind < 0.1:
        return None
    if kind < 0.13:
        return 0
    if kind < 0.13 + full:
        return (1 << width) - 1
    return rng.getrandbits(width)


def _draw_need(rng: random.Random, most: int) -> int | None:
    return rng.choice((None, 0, 1, 1, 1, 1, min(2, most), most, rng.randint(1, most)))


def _draw_asked(rng: random.Random, criteria: Criteria) -> dict[int, Asked]:
    levels = (0, 0, *range(_skill_levels(criteria) + 1))
    return {
        skill: Asked(rng.choice((1, 2, 3, 250)), rng.choice(levels)) for skill in _draw_skills(rng)
    }


def _skill_levels(criteria: Criteria) -> int:
    return next(c.levels for c in criteria if isinstance(c, Coverage))


def _draw_skills(rng: random.Random) -> list[int]:
    return rng.sample(SKILLS, rng.choice((0, 1, 2, 4, 8, 12)))
