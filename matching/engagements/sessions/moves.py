"""What may be done to a session in which state, when, and by whom: one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.engagements.models import Session
from matching.moves import IllegalMoveError

PATIENCE = timedelta(minutes=15)
"""So long after its start one waits before one says that somebody did not come."""
Who = Literal["either", "other"]
When = Literal["always", "open", "before", "after", "late"]
AFTERWARDS: tuple[When, ...] = ("after", "late")
State = Session.State
ALL_PASSED = gettext_lazy("All of these times have passed. Propose others.")


class Move(models.TextChoices):
    BOOK = "book", gettext_lazy("Choose one of the times")
    COUNTER = "other-times", gettext_lazy("Propose other times")
    MOVE = "move", gettext_lazy("Move it to another time")
    HOLD = "held", gettext_lazy("It was held: write it down")
    MISS = "missed", gettext_lazy("Somebody did not come")
    CANCEL = "cancel", gettext_lazy("Cancel it")


@dataclass(frozen=True, slots=True)
class Legal:
    """The states a move may start in, the one it ends in, whose it is, and when.

    other: whoever did not propose
    open: while one of its times is to come; before, after: its start; late: `PATIENCE` after it
    """

    starts: frozenset[str]
    end: str
    who: Who
    when: When


def _legal(*starts: str, end: str, who: Who = "either", when: When = "always") -> Legal:
    return Legal(frozenset(map(str, starts)), str(end), who, when)


MOVES: Mapping[str, Legal] = {
    Move.BOOK: _legal(State.PROPOSED, end=State.BOOKED, who="other", when="open"),
    Move.COUNTER: _legal(State.PROPOSED, end=State.SUPERSEDED),
    Move.HOLD: _legal(State.BOOKED, end=State.HELD, when="after"),
    Move.MISS: _legal(State.BOOKED, end=State.MISSED, when="late"),
    Move.MOVE: _legal(State.BOOKED, end=State.PROPOSED, when="before"),
    Move.CANCEL: _legal(State.PROPOSED, State.BOOKED, end=State.CANCELLED, when="before"),
}


def moves_for(session: Session, profile_id: int, now: datetime) -> list[Move]:
    """What the party may do now, in the order of the table."""
    return [
        Move(name)
        for name in MOVES
        if is_theirs(session, name, profile_id) and not refusal(session, name, now)
    ]


def is_theirs(session: Session, move: str, profile_id: int) -> bool:
    """Whether the move is this party's to make, in whatever state the session is."""
    row = session.engagement
    is_party = profile_id in (row.owner_id, row.candidate_id)
    return is_party and (MOVES[move].who == "either" or session.proposed_by_id != profile_id)


def refusal(session: Session, move: str, now: datetime) -> str:
    """Why the move may not start here, "" where it may.

    Of one that had begun when its engagement ended it is still said how it went.
    """
    legal = MOVES[move]
    is_behind = legal.when in AFTERWARDS and session.has_begun(now)
    if not (session.engagement.is_running or is_behind):
        return _("This is “%(now)s” now. Nothing was changed.") % {
            "now": session.engagement.get_state_display()
        }
    if session.state not in legal.starts:
        return _("This session is “%(now)s” now. Nothing was changed.") % {
            "now": session.get_state_display()
        }
    return _out_of_time(session, legal.when, now)


def _out_of_time(session: Session, when: When, now: datetime) -> str:
    if when == "open":
        return "" if session.has_times_left(now) else str(ALL_PASSED)
    start = session.starts_at
    if start is None or when == "always":
        return ""
    if when == "before":
        return "" if now < start else _("It has begun already. Say how it went instead.")
    if when == "after":
        return "" if now >= start else _("It has not begun yet. Nothing was changed.")
    if now >= start + PATIENCE:
        return ""
    return _("Wait for 15 minutes after its start: the line may be weak. Nothing was changed.")


def check(session: Session, move: str, now: datetime) -> Legal:
    """The row of the table. Raises IllegalMoveError, with the reason, where it may not start."""
    found = refusal(session, move, now)
    if found:
        raise IllegalMoveError(found)
    return MOVES[move]
