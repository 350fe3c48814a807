"""A session for somebody's calendar: when and how long, and nobody's name."""

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import STATUS, Calendar, Event

from matching.engagements.models import Session


def method_of(row: Session) -> str:
    """ "PUBLISH" of what is booked, "CANCEL" of what was, "" where a calendar is told nothing."""
    if row.starts_at is None:
        return ""
    return {Session.State.BOOKED: "PUBLISH", Session.State.CANCELLED: "CANCEL"}.get(
        Session.State(row.state), ""
    )


def invitation(row: Session) -> bytes:
    """As RFC 5545 has it: of one entry, with a sequence that grows with every change."""
    method = method_of(row)
    entry = Event.new(
        uid=str(row.public_id),
        summary=_("Mentoring session (Silah)"),
        start=row.starts_at,
        end=row.ends_at,
        stamp=timezone.now(),
        sequence=row.sequence,
        status=STATUS.CANCELLED if method == "CANCEL" else STATUS.CONFIRMED,
    )
    calendar = Calendar.new(prodid="-//Silah//Sessions//", method=method, subcomponents=[entry])
    return bytes(calendar.to_ical())
