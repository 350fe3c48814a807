"""Weekly availability: said in a person's own zone, compared in UTC.

A week is seven ints, Monday first; bit h of a day (0..23) says free from h:00 to h+1:00 local
time. Inside, it is also one ring of 168 bits, Monday 0:00 at bit 0, because ranges run over
midnight and zones shift hours from one day into the next.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo

from profiles.folding import fold

Week = tuple[int, ...]

_DAY_HOURS = 24
_WEEK_HOURS = 168
_FULL_DAY = (1 << _DAY_HOURS) - 1
_FULL_WEEK = (1 << _WEEK_HOURS) - 1
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
_HALF_AN_HOUR = 1800

_ENGLISH = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ARABIC = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_SPELLINGS = (
    "mon monday mondays",
    "tue tues tuesday tuesdays",
    "wed weds wednesday wednesdays",
    "thu thur thurs thursday thursdays",
    "fri friday fridays",
    "sat saturday saturdays",
    "sun sunday sundays",
)
_EVERY_DAY = ("daily", "everyday", "every day", "all week", "كل يوم", "كل الأيام", "يوميا")


def _day_numbers() -> Iterator[tuple[str, int]]:
    for day, (english, arabic) in enumerate(zip(_SPELLINGS, _ARABIC, strict=True)):
        yield from ((name, day) for name in english.split())
        bare = fold(arabic).removeprefix("ال")
        yield from ((name, day) for name in (bare, f"ال{bare}", f"و{bare}", f"وال{bare}"))


_DAYS = dict(_day_numbers())

_DASH = re.compile(r"\s*(?:[-~\u2010-\u2015\u2212]|\b(?:to|until|till|الي|حتي)\b)\s*")
_FILLER = re.compile(r"\b(?:from|and|on|من|يوم|ايام|الساعه)\b|\bو\b")
_ALL_DAYS = frozenset(_FILLER.sub("", fold(name)).strip() for name in _EVERY_DAY)
_GROUP = re.compile(r"([^\d]+)(\d[\d:.,\-\s،]*)")
_BETWEEN = re.compile(r"[\s,;،؛:]+")
_BETWEEN_HOURS = re.compile(r"[\s,،]+")
_RANGE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?-(\d{1,2})(?:[:.](\d{2}))?")


def parse_week(text: str) -> Week:
    """Read "Sun-Thu 09:00-17:00; Sat 10-14" or "الأحد-الخميس 9-17" into a week.

    Days may wrap (Sat-Mon) and hours may run over midnight (22:00-02:00 ends on the next day).
    Empty text is a week without a free hour.

    Raises:
        ValueError: a sentence naming the part that was not understood and how to write it.
    """
    plain = _DASH.sub("-", _FILLER.sub(" ", fold(text))).strip(" ;؛,،.")
    ring = 0
    position = 0
    while position < len(plain):
        group = _GROUP.match(plain, position)
        if group is None:
            raise ValueError(_unread(plain[position:]))
        for day in _days(group[1]):
            ring |= _rotated(_hours(group[2]), day * _DAY_HOURS)
        position = group.end()
    return _week_of(ring)


def format_week(week: Week, language: Literal["en", "ar"] = "en") -> str:
    """Write a week as `parse_week` reads it, days from Sunday, equal neighbours joined.

    In Arabic hours are joined by words: a dash between digits turns round after a letter.
    """
    names = _ARABIC if language == "ar" else _ENGLISH
    parts = []
    for mask, run in groupby(_SUNDAY_FIRST, key=lambda day: week[day]):
        days = list(run)
        if mask:
            first, last = names[days[0]], names[days[-1]]
            span = first if first == last else f"{first}-{last}"
            parts.append(f"{span} {_format_day(mask, language)}")
    return ("؛ " if language == "ar" else "; ").join(parts)


def week_in(week: Sequence[int], zone: str, reader_zone: str, at: datetime) -> Week:
    """The week said in `zone` as a reader elsewhere lives it; half hours as in `utc_hours`."""
    return _utc_week(tuple(week), _offset(zone, at) - _offset(reader_zone, at))


def utc_masks(week: Sequence[int] | None, zone: str, at: datetime) -> tuple[int | None, int | None]:
    """`utc_hours` and `utc_days` of a week; a week that is not said has neither."""
    if week is None:
        return None, None
    said = tuple(week)
    return utc_hours(said, zone, at), utc_days(said, zone, at)


def utc_hours(week: Week, zone: str, at: datetime) -> int:
    """Return 24 bits: bit h is set where the hour h UTC is free on at least two weekdays.

    The zone's offset is the one in force `at` that (aware) moment. Where it is not whole hours, a
    UTC hour counts when one free local hour covers at least half of it.

    Raises:
        ValueError: unknown zone, or a moment without a zone of its own.
    """
    once = twice = 0
    for day in _utc_week(week, _offset(zone, at)):
        twice |= once & day
        once |= day
    return twice


def utc_days(week: Week, zone: str, at: datetime) -> int:
    """Return 7 bits, Monday at bit 0: the UTC weekdays with any free hour (as `utc_hours`)."""
    utc_week = _utc_week(week, _offset(zone, at))
    return sum(1 << day for day, mask in enumerate(utc_week) if mask)


@lru_cache(maxsize=65536)
def _utc_week(week: Week, offset: timedelta) -> Week:
    """The week in UTC. Beside whole hours, `rest` seconds of a UTC hour lie in the later slot."""
    whole, rest = divmod(int(offset.total_seconds()), 3600)
    local = sum(mask << (day * _DAY_HOURS) for day, mask in enumerate(week))
    ring = 0
    if 3600 - rest >= _HALF_AN_HOUR:
        ring |= _rotated(local, -whole)
    if rest >= _HALF_AN_HOUR:
        ring |= _rotated(local, -whole - 1)
    return _week_of(ring)


def _offset(zone: str, at: datetime) -> timedelta:
    if at.tzinfo is None:
        raise ValueError("Give a moment with a time zone, for example datetime.now(UTC).")
    try:
        offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(
            f"“{zone}” is not a time zone. Write one such as Asia/Hebron or America/Chicago."
        ) from error
    return offset or timedelta()


def _rotated(ring: int, hours: int) -> int:
    """Move every hour of the week's ring later by `hours` (earlier where negative)."""
    shift = hours % _WEEK_HOURS
    return ((ring << shift) | (ring >> (_WEEK_HOURS - shift))) & _FULL_WEEK


def _week_of(ring: int) -> Week:
    return tuple(ring >> (day * _DAY_HOURS) & _FULL_DAY for day in range(7))


def _days(text: str) -> Iterator[int]:
    label = _BETWEEN.sub(" ", text).strip()
    if label in _ALL_DAYS:
        yield from range(7)
        return
    if not label:
        raise ValueError(_unread(text))
    for span in label.split(" "):
        first, dash, last = span.partition("-")
        start = _day(first)
        length = (_day(last) - start) % 7 if dash else 0
        yield from ((start + step) % 7 for step in range(length + 1))


def _day(name: str) -> int:
    if name not in _DAYS:
        raise ValueError(f"“{name}” is not a day. Write Sun, Mon, Tue, Wed, Thu, Fri or Sat.")
    return _DAYS[name]


def _hours(text: str) -> int:
    """The hours of one or more ranges as bits; an end past midnight goes beyond bit 23."""
    mask = 0
    for span in _BETWEEN_HOURS.split(text.strip(" ,،")):
        mask |= _range(span)
    return mask


def _range(span: str) -> int:
    found = _RANGE.fullmatch(span)
    if found is None:
        raise ValueError(f"“{span}” is not a span of hours. Write it as 09:00-17:00.")
    start, end = int(found[1]), int(found[3])
    if {found[2], found[4]} - {None, "00"}:
        raise ValueError(f"“{span}” is not in whole hours. Write it as 09:00-17:00.")
    if start >= _DAY_HOURS or end > _DAY_HOURS:
        raise ValueError(f"“{span}” leaves the day. Hours begin at 0 to 23 and end at 1 to 24.")
    if start == end:
        raise ValueError(f"“{span}” begins and ends at once. For a whole day write 00:00-24:00.")
    length = (end - start) % _DAY_HOURS or _DAY_HOURS
    return ((1 << length) - 1) << start


def _format_day(mask: int, language: Literal["en", "ar"]) -> str:
    span, comma = (
        ("من {:02}:00 إلى {:02}:00", "، ") if language == "ar" else ("{:02}:00-{:02}:00", ", ")
    )
    spans = []
    start: int | None = None
    for hour in range(_DAY_HOURS + 1):
        free = bool(mask >> hour & 1)
        if free and start is None:
            start = hour
        elif not free and start is not None:
            spans.append(span.format(start, hour))
            start = None
    return comma.join(spans)


def _unread(text: str) -> str:
    return f"“{text.strip(' ;؛,،')}” is not a day with hours. Write it as Sun-Thu 09:00-17:00."
