"""A new message, by who wrote it and never by what; once until the reader has looked."""

from collections.abc import Collection, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event, Notification
from ledger.notices import Line
from matching.introductions.actions import MESSAGE_SENT
from matching.introductions.models import Introduction, Message, ReadMark
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

Threads = dict[tuple[int, int], int]
"""(account, introduction) to the key of a message."""


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever may write for the side it was sent to, unless they read it by now, or were told.

    The first message that is unread is told; the others wait behind it on the same page.
    """
    accounts = accounts_of({event.codes["to"] for event in events}, EDITORS)
    users = {user for told in accounts.values() for user in told}
    threads = {event.codes["introduction"] for event in events}
    read, told = _read(users, threads), _told(users, threads)
    found: dict[int, list[int]] = {}
    for event in sorted(events, key=_sent):
        found[event.pk] = []
        for user in accounts.get(event.codes["to"], []):
            thread = user, event.codes["introduction"]
            since = read.get(thread, 0)
            if user != event.actor_id and since < _sent(event) and told.get(thread, 0) <= since:
                found[event.pk].append(user)
                told[thread] = _sent(event)
    return found


def _sent(event: Event) -> int:
    return event.subject_id or 0


def _read(users: Collection[int], threads: Collection[int]) -> Threads:
    """How far each has read."""
    marks = ReadMark.objects.filter(user__in=users, introduction__in=threads)
    rows = marks.values_list("user", "introduction", "read_until")
    return {(user, thread): until for user, thread, until in rows}


def _told(users: Collection[int], threads: Collection[int]) -> Threads:
    """The last one of which each has an unread notification."""
    unread = Notification.objects.unread().filter(user__in=users, kind=MESSAGE_SENT)
    of_threads = unread.filter(event__codes__introduction__in=list(threads))
    rows = of_threads.order_by("event__subject_id")
    keys = rows.values_list("user", "event__codes__introduction", "event__subject_id")
    return {(user, thread): message or 0 for user, thread, message in keys}


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None of whoever vanished, or is not to be met any more."""
    own = sorted(reader.profile_ids)
    rows = (
        Message.objects.filter(
            ~never_met_by(reader, "sender"), pk__in={event.subject_id for event in events}
        )
        .filter(introduction__in=Introduction.objects.visible_to(reader))
        .exclude(sender__in=own)
        .exclude(sender__status="hidden")
        .select_related("introduction__opening", "sender__identity", "sender__governorate")
        .defer("text")
    )
    found = {row.pk: _line(row, reader) for row in rows}
    return {event.pk: found[event.subject_id] for event in events if event.subject_id in found}


def _line(message: Message, reader: Viewer) -> Line:
    row = message.introduction
    said = {
        "who": isolated(heading(message.sender, reader)[0]),
        "what": isolated(row.opening.title),
    }
    return Line(
        text=_("%(who)s wrote to you: %(what)s") % said,
        url=reverse("messages", args=[row.public_id]),
        more=_("The message is read in Silah alone."),
    )
