import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.hours import format_week, parse_week, utc_days, utc_hours, week_in

WINTER = datetime(2026, 1, 5, tzinfo=UTC)
SUMMER = datetime(2026, 7, 6, tzinfo=UTC)
OFFICE = sum(1 << hour for hour in range(9, 17))
WORKWEEK = (OFFICE, OFFICE, OFFICE, OFFICE, 0, 0, OFFICE)
ZONES = ("Asia/Hebron", "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland")

days = st.integers(min_value=0, max_value=(1 << 24) - 1)
weeks = st.tuples(*[days] * 7)
moments = st.integers(0, 20 * 365 * 24).map(
    lambda hours: datetime(2015, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
)


@pytest.mark.parametrize(
    "text",
    [
        "Sun-Thu 09:00-17:00",
        "sunday - thursday: 9-17",
        "Sunday to Thursday from 9 to 17",
        "Sun,Mon,Tue,Wed,Thu 09.00–17.00",
        "Sun-Tue 9-17; Wed-Thu 9-12, 12-17",
        "Sun-Tue 9-17\nWed, Thu 9-17",
        "الأحد-الخميس 9-17",
        "من الأحد إلى الخميس ٩ - ١٧",
        "الاحد والاثنين والثلاثا 9-17؛ أربعاء، خميس 9-17",
        "يوم الأحد 9-17؛ الإثنين–الخميس 9-17",
    ],
)
def test_ways_of_saying_a_week_are_understood(text: str) -> None:
    assert parse_week(text) == WORKWEEK


def test_days_wrap_round_the_weekend() -> None:
    assert parse_week("Sat-Mon 10-11") == (1 << 10, 0, 0, 0, 0, 1 << 10, 1 << 10)


def test_hours_past_midnight_belong_to_the_next_day() -> None:
    assert parse_week("Sun 22:00-02:00") == (0b11, 0, 0, 0, 0, 0, 0b11 << 22)


def test_end_at_midnight_is_said_as_24_or_as_0() -> None:
    assert parse_week("Mon 22-24") == parse_week("Mon 22:00-00:00") == (0b11 << 22, *[0] * 6)


@pytest.mark.parametrize("text", ["daily 0-24", "every day 00:00-24:00", "كل يوم 0-24"])
def test_every_day_is_seven_days(text: str) -> None:
    assert parse_week(text) == ((1 << 24) - 1,) * 7


def test_empty_text_is_a_week_without_a_free_hour() -> None:
    assert parse_week("  ") == (0,) * 7


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Someday 9-17", "“someday” is not a day. Write Sun, Mon, Tue, Wed, Thu, Fri or Sat."),
        ("Sun 9", "“9” is not a span of hours. Write it as 09:00-17:00."),
        ("Sun 9am-5pm", "“9” is not a span of hours. Write it as 09:00-17:00."),
        ("Sun 9:30-17:30", "“9:30-17:30” is not in whole hours. Write it as 09:00-17:00."),
        ("Sun 24-25", "“24-25” leaves the day. Hours begin at 0 to 23 and end at 1 to 24."),
        ("Sun 9-9", "“9-9” begins and ends at once. For a whole day write 00:00-24:00."),
        ("Sun", "“sun” is not a day with hours. Write it as Sun-Thu 09:00-17:00."),
        ("9-17", "“9-17” is not a day with hours. Write it as Sun-Thu 09:00-17:00."),
        ("Sun 9-17; Mon", "“mon” is not a day with hours. Write it as Sun-Thu 09:00-17:00."),
    ],
)
def test_what_is_not_understood_is_named_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        parse_week(text)


def test_week_is_written_from_sunday_with_equal_neighbours_joined() -> None:
    week = parse_week("Sat 10-14; Sun-Thu 9-12, 13-17")
    assert format_week(week) == "Sun-Thu 09:00-12:00, 13:00-17:00; Sat 10:00-14:00"


def test_week_is_written_in_arabic() -> None:
    assert format_week(WORKWEEK, "ar") == "الأحد-الخميس من 09:00 إلى 17:00"


@pytest.mark.parametrize("language", ["en", "ar"])
@given(week=weeks)
def test_written_week_reads_back_the_same(language: str, week: tuple[int, ...]) -> None:
    assert parse_week(format_week(week, language)) == week


def answer(text: str) -> str:
    try:
        return format_week(parse_week(text)) + "."
    except ValueError as refusal:
        return str(refusal)


@given(st.text(alphabet="SunMoThأحدالخميس0129:-;, ", max_size=30))
def test_any_text_is_a_week_or_a_sentence(text: str) -> None:
    assert answer(text).endswith(".")


def test_office_hours_in_hebron_are_two_hours_earlier_in_utc() -> None:
    assert utc_hours(WORKWEEK, "Asia/Hebron", WINTER) == OFFICE >> 2


def test_offset_in_force_at_the_moment_counts() -> None:
    assert utc_hours(WORKWEEK, "Asia/Hebron", SUMMER) == OFFICE >> 3


def test_hour_free_on_one_day_only_does_not_count() -> None:
    assert utc_hours(parse_week("Sun 9-17; Mon 16-20"), "UTC", WINTER) == 1 << 16


def test_half_hour_offset_counts_both_halves() -> None:
    assert utc_hours(parse_week("Mon-Tue 9-10"), "Asia/Kolkata", WINTER) == 0b11 << 3


def test_quarter_of_an_hour_does_not_count() -> None:
    assert utc_hours(parse_week("Mon-Tue 9-10"), "Asia/Kathmandu", WINTER) == 1 << 3


def test_evening_in_santiago_is_the_next_day_in_utc() -> None:
    assert utc_days(parse_week("Sun 22-23"), "America/Santiago", WINTER) == 0b0000001


def test_days_with_any_free_hour_are_set() -> None:
    assert utc_days(WORKWEEK, "Asia/Hebron", WINTER) == 0b1001111


@pytest.mark.parametrize("zone", ["Palestine", "../etc/passwd", "Asia", ""])
def test_unknown_zone_is_refused_in_a_sentence(zone: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time zone\. Write one such as Asia/Hebron"):
        utc_hours(WORKWEEK, zone, WINTER)


def test_moment_without_a_zone_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="Give a moment with a time zone"):
        utc_days(WORKWEEK, "Asia/Hebron", datetime(2026, 1, 5))  # noqa: DTZ001


def free_utc_hours(week: tuple[int, ...], offset: timedelta) -> list[list[bool]]:
    """By quarters: an hour is free when one free local hour covers two of its quarters or more."""
    monday = datetime(2026, 1, 5, tzinfo=UTC)
    free = []
    for hour in range(168):
        quarters = [monday + offset + timedelta(hours=hour, minutes=m) for m in (0, 15, 30, 45)]
        slots = [(local.weekday(), local.hour) for local in quarters]
        free.append(any(slots.count((d, h)) >= 2 and week[d] >> h & 1 for d, h in slots))
    return [free[day * 24 : day * 24 + 24] for day in range(7)]


@pytest.mark.parametrize("zone", ZONES)
@given(week=weeks, at=moments)
def test_masks_agree_with_counting_minutes(zone: str, week: tuple[int, ...], at: datetime) -> None:
    offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    free = free_utc_hours(week, offset)
    hours = sum(1 << h for h in range(24) if sum(day[h] for day in free) >= 2)
    assert utc_hours(week, zone, at) == hours
    assert utc_days(week, zone, at) == sum(1 << d for d in range(7) if any(free[d]))


def test_a_week_is_read_on_another_clock():
    week = parse_week("Sun-Thu 09:00-17:00")
    at = datetime(2026, 1, 15, tzinfo=UTC)
    there = week_in(week, "Asia/Hebron", "America/Chicago", at)
    assert format_week(there) == "Sun-Thu 01:00-09:00"
    late = week_in(parse_week("Sun 00:00-03:00"), "Asia/Hebron", "Europe/Berlin", at)
    assert format_week(late) == "Sun 00:00-02:00; Sat 23:00-24:00"
    assert week_in(week, "Asia/Hebron", "Asia/Hebron", at) == week
