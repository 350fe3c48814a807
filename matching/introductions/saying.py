"""An introduction in the words of one of its two sides, on that reader's clock."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions.clock import Pause, elapsed
from matching.introductions.models import Introduction, Outage
from matching.views.wording import on_weekday
from profiles.zones import zone_city

State = Introduction.State
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def heading_of(row: Introduction, own_id: int) -> str:
    """Where it stands, as its reader says it."""
    asked_by_us = row.asker_id == own_id
    ours, theirs = {
        State.WAITING: (_("You asked, and wait for an answer"), _("An answer of yours is due")),
        State.ACCEPTED: (
            _("They accepted: you are introduced"),
            _("You accepted: you are introduced"),
        ),
        State.DECLINED: (_("They declined"), _("You declined")),
        State.WITHDRAWN: (_("You withdrew your request"), _("They withdrew their request")),
        State.EXPIRED: (_("No answer came in time"), _("You did not answer in time")),
        State.ENDED: (_("This introduction has ended"), _("This introduction has ended")),
        State.LAPSED: (
            _("This introduction is not possible any more"),
            _("This introduction is not possible any more"),
        ),
    }[State(row.state)]
    return ours if asked_by_us else theirs


def meaning_of(row: Introduction, own_id: int) -> str:
    """What follows from where it stands, "" where the page says it elsewhere."""
    if row.state == State.LAPSED and not row.because:
        return _(
            "One of you is not to be met here any more. What was shared for it is withheld again."
        )
    if row.state in (State.DECLINED, State.ENDED, State.LAPSED) and row.because:
        return _("The reason: %(because)s.") % {"because": row.get_because_display()}
    if row.state in (State.WITHDRAWN, State.EXPIRED):
        return _("What was shared for it is withheld again.")
    return ""


def moment(at: datetime) -> str:
    """Day, time and clock: "Saturday 28 Nov, 14:10 in Gaza", on the reader's own."""
    local = timezone.localtime(at)
    return _("%(day)s, %(time)s in %(zone)s") % {
        "day": on_weekday(local.date()),
        "time": date_format(local, "H:i"),
        "zone": zone_city(timezone.get_current_timezone_name()),
    }


def time_left(due_at: datetime) -> str:
    left = due_at - timezone.now()
    if left >= DAY:
        days = left // DAY
        return ngettext("%(count)d day left", "%(count)d days left", days) % {"count": days}
    hours = left // HOUR
    if hours < 1:
        return _("less than an hour left")
    return ngettext("%(count)d hour left", "%(count)d hours left", hours) % {"count": hours}


def answer_due(due_at: datetime | None) -> str:
    """Until when an answer that is awaited is due; where none is, an outage stops its clock."""
    if due_at is None:
        return _("The clock stands still because of an outage.")
    said = {"moment": moment(due_at), "left": time_left(due_at)}
    return _("Answer due %(moment)s; %(left)s.") % said


def short_answer_due(due_at: datetime | None) -> str:
    """The same for a line of a list."""
    return time_left(due_at) if due_at else _("the clock stands still")


def due_of(row: Introduction) -> str:
    """Until when the answer is due, "" where none is."""
    return answer_due(row.due_at) if row.state == State.WAITING else ""


def short_due(row: Introduction) -> str:
    return short_answer_due(row.due_at) if row.state == State.WAITING else ""


def stops_of(row: Introduction, outages: Sequence[Outage]) -> list[str]:
    """Each outage that stopped the clock of whoever is asked, and what it gave or still gives."""
    now = timezone.now()
    return [_stop(row, outage, now) for outage in outages if outage.starts_at <= now]


def _stop(row: Introduction, outage: Outage, now: datetime) -> str:
    said = {"what": outage.get_what_display(), "since": moment(outage.starts_at)}
    if outage.ends_at is None:
        return (
            _(
                "%(what)s since %(since)s: the clock stands still until it is over, and no time is "
                "lost."
            )
            % said
        )
    if outage.ends_at > now:
        return _("%(what)s since %(since)s: the clock stands still until %(until)s.") % (
            said | {"until": moment(outage.ends_at)}
        )
    pause: list[Pause] = [(outage.starts_at, outage.ends_at)]
    until = min(outage.ends_at, now)
    stood = (until - row.asked_at) - elapsed(row.asked_at, until, pause)
    hours = max(round(stood / HOUR), 1)
    return ngettext(
        "%(what)s, %(since)s: the clock stood still for %(count)d hour, which was added.",
        "%(what)s, %(since)s: the clock stood still for %(count)d hours, which were added.",
        hours,
    ) % (said | {"count": hours})


def unread_of(row: Introduction) -> str:
    """What the other side wrote since this account last looked; of a row `with_messages`."""
    unread: int = row.unread  # type: ignore[attr-defined]
    said = ngettext("%(count)d new message", "%(count)d new messages", unread)
    return said % {"count": unread} if unread else ""


def messages_of(row: Introduction) -> str:
    """How many there are at all, likewise."""
    number: int = row.messages_in_all  # type: ignore[attr-defined]
    said = ngettext("%(count)d message", "%(count)d messages", number)
    return said % {"count": number} if number else ""
