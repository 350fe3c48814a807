"""Criteria sets that stretch the engine: many and few criteria, wide masks, vetoes everywhere."""

from collections.abc import Mapping

from matching.engine.criteria import ONE, Coverage, Criteria, Level, Overlap


def near(holder: int, requirer: int) -> int:
    return max(0, ONE - 300 * abs(holder - requirer))


def within(floor: int, ceiling: int) -> int | None:
    return None if floor > ceiling else min(ONE, 500 + 125 * (ceiling - floor))


def never_opposite(holder: int, requirer: int) -> int | None:
    return None if holder + requirer == 30 else (holder * 37 + requirer * 11) % (ONE + 1)


def share(common: int, need: int) -> int:
    return min(ONE, ONE * common // need)


def some(common: int, need: int) -> int | None:
    return share(common, need) if common else None


def enough(common: int, need: int) -> int | None:
    return share(common, need) if 2 * common >= need else None


def consent(common: int, need: int) -> int | None:
    return 0 if common else None


EIGHT: Criteria = (
    Level("seniority", near, size=6),
    Level("pay", within, size=16),
    Level("place", never_opposite),
    Overlap("hours", some),
    Overlap("sectors", share, width=24, most_needed=7),
    Overlap("languages", some, width=16, most_needed=4),
    Overlap("consent", consent, width=7, most_needed=1),
    Coverage("skills"),
)
SMALLEST: Criteria = (
    Coverage("skills"),
    Overlap("hours", enough, width=3, most_needed=3),
    Level("pay", within, size=4),
)
WIDEST: Criteria = (
    *(Overlap(f"overlap {i}", some if i % 3 == 0 else share) for i in range(7)),
    Coverage("skills"),
    *(Level(f"level {i}", (never_opposite, near, within)[i % 3], size=31) for i in range(6)),
)
WHOLE_WORDS: Criteria = (
    Level("seniority", within, size=255),
    Overlap("left", some, width=64, most_needed=64),
    Overlap("right", enough, width=64, most_needed=9),
    Coverage("skills"),
)
NARROW: Criteria = (
    *(Overlap(f"overlap {i}", some if i % 5 == 0 else share, width=5) for i in range(11)),
    Level("pay", within, size=4),
    Coverage("skills"),
)
SKILLS_ALONE: Criteria = (Coverage("skills"),)

SETS: Mapping[str, Criteria] = {
    "eight": EIGHT,
    "smallest": SMALLEST,
    "widest": WIDEST,
    "whole words": WHOLE_WORDS,
    "eleven narrow overlaps": NARROW,
    "skills alone": SKILLS_ALONE,
}
