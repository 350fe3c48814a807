"""The clock against one that ticks minute by minute, with any cuts in between."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.introductions import clock

START = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def pause(begins: int, lasts: int | None) -> clock.Pause:
    at = START + minutes(begins)
    return at, None if lasts is None else at + minutes(lasts)


def ticking(allowed: int, pauses: list[clock.Pause], most: int = 1000) -> datetime | None:
    """The slow truth: each minute counts unless some pause holds it."""
    at, ran = START, 0
    for _ in range(most):
        if ran == allowed:
            return at
        stands = any(begins <= at and (ends is None or at < ends) for begins, ends in pauses)
        ran += not stands
        at += MINUTE
    return None


PAUSES = st.lists(
    st.builds(pause, st.integers(-60, 200), st.one_of(st.none(), st.integers(1, 90))), max_size=4
)


@given(allowed=st.integers(1, 120), pauses=PAUSES)
def test_due_is_when_a_ticking_clock_says(allowed: int, pauses: list[clock.Pause]) -> None:
    assert clock.due(START, minutes(allowed), pauses) == ticking(allowed, pauses)


@given(until=st.integers(0, 300), pauses=PAUSES)
def test_elapsed_is_what_a_ticking_clock_counted(until: int, pauses: list[clock.Pause]) -> None:
    moments = (START + minutes(number) for number in range(until))
    counted = sum(
        not any(begins <= at and (ends is None or at < ends) for begins, ends in pauses)
        for at in moments
    )
    assert clock.elapsed(START, START + minutes(until), pauses) == minutes(counted)


def test_without_a_pause_three_days_are_three_days() -> None:
    assert clock.due(START, clock.ANSWER, []) == START + timedelta(days=3)
    assert clock.next_reminder(START, 0, []) == START + timedelta(days=1)
    assert clock.next_reminder(START, 1, []) == START + timedelta(days=2)
    assert clock.next_reminder(START, 2, []) is None


def test_an_outage_without_an_end_stops_it() -> None:
    cut = [pause(60, None)]
    assert clock.due(START, clock.ANSWER, cut) is None
    assert clock.next_reminder(START, 0, cut) is None
