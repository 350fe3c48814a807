"""What the two wrote to each other, as one of them reads it: by day, on the reader's clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from matching.introductions.models import Introduction, Message
from matching.introductions.parties import Parties
from matching.views.wording import on_day
from profiles.viewer import Viewer

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Written:
    """who: "" where it is the other side; report_url: "" where it is not to be reported"""

    text: str
    language: str
    who: str
    time: str
    is_new: bool
    report_url: str


@dataclass(frozen=True, slots=True)
class Day:
    name: str
    messages: list[Written]


def readable(row: Introduction, parties: Parties) -> "QuerySet[Message]":
    """The thread, the newest first; what somebody wrote who is gone now is withheld."""
    rows: QuerySet[Message] = Message.objects.filter(introduction=row).order_by("-pk")
    return rows.filter(sender=parties.own) if parties.other.is_hidden else rows


def by_day(
    newest_first: Sequence[Message], row: Introduction, parties: Parties, viewer: Viewer
) -> list[Day]:
    """In the order in which they were written, each day of the reader's calendar by itself."""
    news = _new_in(newest_first, parties, row.unread)  # type: ignore[attr-defined]
    may_report = viewer.writes_for(parties.own.pk)
    return [
        Day(
            _name(day),
            [
                _written(message, row, parties, viewer, message.pk in news, may_report)
                for message in of_day
            ],
        )
        for day, of_day in groupby(reversed(newest_first), key=_day_of)
    ]


def _new_in(newest_first: Iterable[Message], parties: Parties, unread: int) -> set[int]:
    theirs = [message.pk for message in newest_first if message.sender_id == parties.other.pk]
    return set(theirs[:unread])


def _day_of(message: Message) -> date:
    return timezone.localdate(message.sent_at)


def _name(day: date) -> str:
    today = timezone.localdate()
    if day == today:
        return _("Today")
    if day == today - DAY:
        return _("Yesterday")
    return f"{date_format(day, 'l')} {on_day(day)}"


def _written(
    message: Message,
    row: Introduction,
    parties: Parties,
    viewer: Viewer,
    is_new: bool,
    may_report: bool,
) -> Written:
    is_theirs = message.sender_id == parties.other.pk
    report = reverse("report-message", args=[row.public_id, message.public_id])
    return Written(
        text=message.text,
        language=message.language,
        who="" if is_theirs else _writer(message, viewer),
        time=date_format(timezone.localtime(message.sent_at), "H:i"),
        is_new=is_new,
        report_url=report if is_theirs and may_report else "",
    )


def _writer(message: Message, viewer: Viewer) -> str:
    """Of one's own side: oneself, or a colleague at the firm."""
    return _("You") if message.author_id == viewer.user_id else _("Your side")
