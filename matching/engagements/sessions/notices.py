"""A session was proposed, booked, moved, cancelled or written down, as the other side reads it."""

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line, Rhythm, tells
from matching.engagements import counterparts
from matching.engagements.counterparts import met_by, other_side, relations
from matching.engagements.models import Session
from matching.introductions.saying import moment
from profiles.viewer import Viewer

AT_ONCE, DAILY = Rhythm.AT_ONCE, Rhythm.DAILY
TOLD: dict[str, Rhythm] = {
    "session.proposed": AT_ONCE,
    "session.booked": AT_ONCE,
    "session.moved": AT_ONCE,
    "session.cancelled": AT_ONCE,
    "session.reminded": AT_ONCE,
    "session.held": DAILY,
    "session.missed": DAILY,
}
"""What ends with its engagement is told with that, and that one is excused is read on its page."""
State = Session.State


def tell_all() -> None:
    """Called from `AppConfig.ready`."""
    recipients = f"{counterparts.__name__}.recipients"
    for verb, mail in TOLD.items():
        tells(verb, recipients=recipients, lines=f"{__name__}.lines", mail=mail)


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None where the other side vanished, or is not to be met any more."""
    rows = Session.objects.filter(
        met_by(reader, "engagement__"), pk__in={event.subject_id for event in events}
    ).select_related("engagement", *relations("engagement__"))
    known = {row.pk: row for row in rows.prefetch_related("absences").defer("text")}
    said = ((event, known[event.subject_id]) for event in events if event.subject_id in known)
    found = {event.pk: WORDS[event.verb](row, reader) for event, row in said}
    return {key: line for key, line in found.items() if line is not None}


def _proposed(row: Session, reader: Viewer) -> Line:
    text = _("%(who)s proposes times for a session") % _who(row, reader)
    return Line(text, _url(row), _times(row))


def _moved(row: Session, reader: Viewer) -> Line:
    text = _("%(who)s wants to move a session, and proposes times") % _who(row, reader)
    return Line(text, _url(row), _times(row))


def _booked(row: Session, reader: Viewer) -> Line:
    return Line(_("%(who)s booked a session with you") % _who(row, reader), _url(row), _start(row))


def _cancelled(row: Session, reader: Viewer) -> Line:
    because = _("The reason: %(because)s.") % {"because": row.get_because_display()}
    return Line(_("%(who)s cancelled a session") % _who(row, reader), _url(row), because)


def _reminded(row: Session, reader: Viewer) -> Line | None:
    """Once it is moved or off, or has begun, there is nothing to be reminded of."""
    if row.state != State.BOOKED or row.starts_at is None or row.has_begun(timezone.now()):
        return None
    text = _("Your session with %(who)s is within a day") % _who(row, reader)
    return Line(text, _url(row), _start(row))


def _held(row: Session, reader: Viewer) -> Line:
    text = _("%(who)s wrote down that your session was held") % _who(row, reader)
    return Line(text, _url(row), _("What was written is read in Silah alone."))


def _missed(row: Session, reader: Viewer) -> Line:
    absent = {absence.profile_id for absence in row.absences.all()}
    if len(absent) == 1 and absent <= reader.profile_ids:
        text = _("%(who)s wrote down that you did not come to a session")
    elif len(absent) == 1:
        text = _("%(who)s wrote down that they did not come to a session")
    else:
        text = _("%(who)s wrote down that neither of you came to a session")
    return Line(text % _who(row, reader), _url(row), _start(row))


WORDS: dict[str, Callable[[Session, Viewer], Line | None]] = {
    "session.proposed": _proposed,
    "session.booked": _booked,
    "session.moved": _moved,
    "session.cancelled": _cancelled,
    "session.reminded": _reminded,
    "session.held": _held,
    "session.missed": _missed,
}


def _who(row: Session, reader: Viewer) -> dict[str, str]:
    return {"who": other_side(row.engagement, reader)}


def _times(row: Session) -> str:
    """The times to choose from; how it stands, once they are none any more."""
    if row.state != State.PROPOSED:
        return str(row.get_state_display())
    return _("; ").join(moment(at) for at in row.times)


def _start(row: Session) -> str:
    """When it is on the reader's clock; how it stands, where it was moved or is off."""
    if row.starts_at is None or row.state == State.CANCELLED:
        return str(row.get_state_display())
    return moment(row.starts_at)


def _url(row: Session) -> str:
    return reverse("session", args=[row.public_id])
