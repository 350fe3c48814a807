"""What the two wrote to each other, as one of them reads it: by day, on the reader's clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from matching.introductions.models import Introduction, Message, ReadMark
from matching.introductions.parties import Parties
from matching.views.wording import day_name
from profiles.viewer import Viewer


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


def with_news(rows: "QuerySet[Message]", viewer: Viewer) -> "QuerySet[Any]":
    """Each with `read_until`: the newest message that this account has read, 0 where none is."""
    marks = ReadMark.objects.filter(user=viewer.user_id, introduction=OuterRef("introduction"))
    newest = Subquery(marks.values("read_until"), output_field=BigIntegerField())
    return rows.annotate(read_until=Coalesce(newest, 0))


def by_day(
    newest_first: Sequence[Any], row: Introduction, parties: Parties, viewer: Viewer
) -> list[Day]:
    """In the order in which they were written, each day of the reader's calendar by itself.

    Of messages `with_news`.
    """
    return [
        Day(day_name(day), [_written(message, row, parties, viewer) for message in of_day])
        for day, of_day in groupby(reversed(newest_first), key=_day_of)
    ]


def _day_of(message: Message) -> date:
    return timezone.localdate(message.sent_at)


def _written(message: Any, row: Introduction, parties: Parties, viewer: Viewer) -> Written:
    is_theirs = message.sender_id == parties.other.pk
    may_report = viewer.writes_for(parties.own.pk)
    report = reverse("report-message", args=[row.public_id, message.public_id])
    return Written(
        text=message.text,
        language=message.language,
        who="" if is_theirs else _writer(message, viewer),
        time=date_format(timezone.localtime(message.sent_at), "H:i"),
        is_new=is_theirs and message.pk > message.read_until,
        report_url=report if is_theirs and may_report else "",
    )


def _writer(message: Message, viewer: Viewer) -> str:
    """Of one's own side: oneself, or a colleague at the firm."""
    return _("You") if message.author_id == viewer.user_id else _("Your side")
