"""When an answer is due, and when somebody is reminded, on a clock that stands still in outages.

Pure: datetimes in UTC in, datetimes out.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

ANSWER = timedelta(hours=72)
REMINDERS = (timedelta(hours=24), timedelta(hours=48))

Pause = tuple[datetime, datetime | None]
"""From when the clock stood still until when; `None` where nobody knows the end yet."""


def due(start: datetime, allowed: timedelta, pauses: Iterable[Pause]) -> datetime | None:
    """The moment at which `allowed` has run on the clock since `start`.

    `None` where the clock stands still before that, and nobody knows until when.
    """
    at, left = start, allowed
    for begins, ends in _merged(pauses):
        if ends is not None and ends <= at:
            continue
        runs = max(begins - at, timedelta())
        if left < runs or (left == runs and runs):
            break
        if ends is None:
            return None
        at, left = ends, left - runs
    return at + left


def elapsed(start: datetime, until: datetime, pauses: Iterable[Pause]) -> timedelta:
    """How long the clock has run from `start` to `until`."""
    stood = timedelta()
    for begins, ends in _merged(pauses):
        stood += max(min(ends or until, until) - max(begins, start), timedelta())
    return max(until - start - stood, timedelta())


def next_reminder(start: datetime, already: int, pauses: Iterable[Pause]) -> datetime | None:
    """When the next reminder is due; `None` where none is left, or the clock stands still."""
    if already >= len(REMINDERS):
        return None
    return due(start, REMINDERS[already], pauses)


def _merged(pauses: Iterable[Pause]) -> list[Pause]:
    """In order, those that touch made one: two cuts at once stop one clock."""
    found: list[Pause] = []
    for begins, ends in sorted(pauses, key=lambda pause: pause[0]):
        last = found[-1] if found else None
        if last is None or (last[1] is not None and last[1] < begins):
            found.append((begins, ends))
        elif last[1] is not None and (ends is None or ends > last[1]):
            found[-1] = (last[0], ends)
    return found
