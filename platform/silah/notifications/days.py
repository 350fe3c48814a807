"""What was told, as the page shows it: lines under the day on which they came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from ledger.models import Notification
from ledger.notices import Line
from matching.views.wording import day_name


@dataclass(frozen=True, slots=True)
class Told:
    """One line: what is said, the address that marks it read and leads on, when, and if new."""

    text: str
    more: str
    url: str
    time: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Day:
    name: str
    lines: list[Told]


def by_day(rows: Iterable[Notification], lines: Mapping[int, Line]) -> list[Day]:
    """The rows that have a line, in their order, each day of the reader's calendar by itself."""
    shown = (row for row in rows if row.pk in lines)
    return [
        Day(day_name(day), [_told(row, lines[row.pk]) for row in of_day])
        for day, of_day in groupby(shown, key=_day_of)
    ]


def _day_of(row: Notification) -> date:
    return timezone.localdate(row.created_at)


def _told(row: Notification, line: Line) -> Told:
    return Told(
        text=line.text,
        more=line.more,
        url=reverse("notification", args=[row.pk]),
        time=date_format(timezone.localtime(row.created_at), "H:i"),
        is_new=row.is_unread,
    )
