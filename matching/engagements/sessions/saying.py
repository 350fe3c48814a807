"""A session in the words of one of its two sides, on the clocks of both."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.engagements.models import Session
from matching.engagements.sessions.clocks import on_both
from matching.engagements.sessions.moves import ALL_PASSED

State = Session.State
MARKS = {State.PROPOSED: "partly", State.BOOKED: "met", State.HELD: "met"}
"""As in components/state.html; what is not here has "not"."""


def heading_of(row: Session, own_id: int) -> str:
    """Where it stands, as its reader says it."""
    begun = row.has_begun(timezone.now())
    booked = _("Did this session take place?") if begun else _("A session is booked")
    ours = row.proposed_by_id == own_id
    if row.state == State.CANCELLED:
        return _cancelled(row, own_id)
    return {
        State.PROPOSED: _("You proposed times, and wait for an answer")
        if ours
        else _("They propose a session: choose a time"),
        State.BOOKED: booked,
        State.HELD: _("The session was held"),
        State.MISSED: _missed(row, own_id),
        State.SUPERSEDED: _("Other times were proposed instead"),
    }[State(row.state)]


def _cancelled(row: Session, own_id: int) -> str:
    if row.settled_by_id is None:
        return _("The session does not take place")
    if row.settled_by_id == own_id:
        return _("You cancelled the session")
    return _("They cancelled the session")


def _missed(row: Session, own_id: int) -> str:
    absent = {absence.profile_id for absence in row.absences.all()}
    if len(absent) > 1:
        return _("Neither of you came")
    return _("You did not come") if own_id in absent else _("They did not come")


def short_of(row: Session) -> tuple[str, str]:
    """(mark, word) of its state, for a line of a list; one that has begun waits for a word."""
    if row.state == State.BOOKED and row.has_begun(timezone.now()):
        return "partly", _("How did it go?")
    return MARKS.get(State(row.state), "not"), str(row.get_state_display())


def meaning_of(row: Session, own_id: int) -> str:
    """What follows from where it stands, "" where the page says it elsewhere."""
    if row.state == State.CANCELLED:
        return _("The reason: %(because)s.") % {"because": row.get_because_display()}
    if row.state == State.MISSED and row.settled_by_id != own_id:
        return _("That is what they wrote down. If it was otherwise, tell them in your messages.")
    if row.state == State.PROPOSED and not row.has_times_left(timezone.now()):
        return str(ALL_PASSED)
    return ""


def excuses_of(row: Session, own_id: int) -> list[str]:
    """Whose absence is not counted; of the other side no place is named."""
    return [
        _("An outage was declared where you are: that you did not come is not counted.")
        if absence.profile_id == own_id
        else _("An outage kept them: that they did not come is not counted.")
        for absence in row.absences.all()
        if absence.is_excused
    ]


def facts_of(row: Session) -> list[str]:
    """How long and how, in short phrases."""
    held = row.minutes_held
    minutes = (
        ngettext("%(count)d minute", "%(count)d minutes", held) % {"count": held}
        if held is not None
        else str(row.get_minutes_display())
    )
    return [minutes, str(row.get_medium_display())]


def when_of(row: Session, zone: str) -> str:
    """When it is or was, or the first of the proposed times."""
    if row.starts_at is not None:
        return on_both(row.starts_at, zone)
    more = len(row.times) - 1
    first = on_both(row.times[0], zone)
    if not more:
        return first
    said = {"moment": first, "count": more}
    return (
        ngettext(
            "%(moment)s, or %(count)d other time", "%(moment)s, or %(count)d other times", more
        )
        % said
    )


def missed_lately(count: int) -> str:
    """Read by whoever missed them alone, "" where none."""
    if not count:
        return ""
    return ngettext(
        "You missed %(count)d session within 90 days. Only you and programme staff read this.",
        "You missed %(count)d sessions within 90 days. Only you and programme staff read this.",
        count,
    ) % {"count": count}
