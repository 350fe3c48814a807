"""What a pair of facts is worth: 0..1000 per mille of a perfect fit, or `None` for a veto.

Pure functions of two small integers, shared by the pairings. `h` is the holder's code, `r` the
requirer's; overlaps get the number of common bits and how many are needed.
"""

from matching.engine.criteria import UNSAID, credit_by_level

ONE = 1000
MODES = 3
ONSITE, HYBRID, REMOTE = range(MODES)
ANSWERING = (0, 200, 600, ONE)
"""Of each code of Profile.Answering: not known yet, which is worth 400, lies in the middle."""

RELATED = 5
"""The level of a skill that nobody said, but that another skill tells of (profiles.related)."""


def skill_credit(held: int, asked: int) -> int:
    """In twentieths; asked 0: any level. Related is worth no more than the least that one can say.

    So nobody gains by leaving out a skill that they are beginning to learn.
    """
    if held == RELATED:
        return 3
    return credit_by_level(held, asked)


def seniority(h: int, r: int) -> int:
    """A step below what is asked costs 350, a step above 200."""
    return max(0, ONE - (350 * (r - h) if h < r else 200 * (h - r)))


def experience_ahead(h: int, r: int) -> int | None:
    """A mentor should be ahead of the mentee: never behind, best by two steps or more."""
    if h < r:
        return None
    return min(ONE, 400 + 300 * (h - r))


def place(h: int, r: int) -> int | None:
    """Region x mode. Someone who works remotely only cannot take a post elsewhere on site."""
    (h_region, h_mode), (r_region, r_mode) = divmod(h, MODES), divmod(r, MODES)
    if r_mode == REMOTE:
        return ONE if h_mode == REMOTE else 800
    if h_region == r_region:
        return _same_region(h_mode, r_mode)
    return None if h_mode == REMOTE else 300


def _same_region(h_mode: int, r_mode: int) -> int:
    if h_mode == r_mode:
        return ONE
    return 200 if h_mode == REMOTE else 700


def pay(floor: int, ceiling: int) -> int | None:
    """Bands of pay: a floor above the ceiling rules out; room above the floor is worth more."""
    return None if floor > ceiling else min(ONE, 600 + 50 * (ceiling - floor))


def enough(has: int, needs: int) -> int | None:
    """A quantity (weeks, heads): less than half of what is needed rules out."""
    if has >= needs:
        return ONE
    return None if 2 * has < needs else ONE * has // needs


def hours_a_month(offered: int, wanted: int) -> int | None:
    """Hours a month: none offered rules out, a part of what is wanted counts in part."""
    if offered == 0:
        return None
    return ONE if offered >= wanted else ONE * offered // wanted


def shared_or_ruled_out(common: int, need: int) -> int | None:
    """What is needed to meet at all (hours, days, languages): nothing shared rules out."""
    return None if common == 0 else min(ONE, ONE * common // need)


def any_or_ruled_out(common: int, need: int) -> int | None:
    """One shared way is enough (routes, stages, instruments); none rules out."""
    return None if common == 0 else ONE


def shared(common: int, need: int) -> int:
    """Common ground that helps without being needed (sectors): one alone is worth 600."""
    if common == 0:
        return 0
    return ONE if common >= need else 600 + 400 * (common - 1) // (need - 1)


def ticket(common: int, need: int) -> int | None:
    """Shared bands of money: none rules out, the first is worth 600, all of them 1000."""
    return None if common == 0 else min(ONE, 600 + 400 * common // need)


def funded_before(common: int, need: int) -> int:
    """Kinds of rounds that were funded before: a deed elsewhere is no fault, and worth as none."""
    return min(ONE, UNSAID + 150 * common)


def funded_there(common: int, need: int) -> int:
    """Likewise of the one place where a startup is, which counts twice where it was often."""
    return min(ONE, UNSAID + 300 * common)


def holder_answers(h: int, r: int) -> int:
    """How the holder usually answers requests, whoever asks."""
    return ANSWERING[h]


def requirer_answers(h: int, r: int) -> int:
    """How the requirer usually answers requests, whoever asks."""
    return ANSWERING[r]
