"""What may be done to an engagement in which state, and by whom: one table.

A statement waits for the other side's word, or none does: that is half of where it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.engagements.models import Agreement, Engagement
from matching.moves import IllegalMoveError, RefusedError

Who = Literal["either", "stater", "other", "clock"]
State = Engagement.State


class Move(models.TextChoices):
    CONFIRM = "confirm", gettext_lazy("Confirm")
    REFUSE = "refuse", gettext_lazy("It is not so")
    WITHDRAW = "withdraw", gettext_lazy("Take it back")
    CHANGE = "change", gettext_lazy("Record a change")
    COMPLETE = "complete", gettext_lazy("It is completed")
    END = "end", gettext_lazy("End it early")
    EXPIRE = "expire", gettext_lazy("Let it run out")
    LAPSE = "lapse", gettext_lazy("Let it lapse")


@dataclass(frozen=True, slots=True)
class Legal:
    """starts: the states; waits: whether a statement must wait, must not, or either (`None`)"""

    starts: frozenset[str]
    waits: bool | None
    who: Who


def _legal(*starts: str, waits: bool | None, who: Who) -> Legal:
    return Legal(frozenset(map(str, starts)), waits, who)


MOVES: Mapping[str, Legal] = {
    Move.CONFIRM: _legal(State.STATED, State.RUNNING, waits=True, who="other"),
    Move.REFUSE: _legal(State.STATED, State.RUNNING, waits=True, who="other"),
    Move.WITHDRAW: _legal(State.STATED, State.RUNNING, waits=True, who="stater"),
    Move.CHANGE: _legal(State.RUNNING, waits=False, who="either"),
    Move.COMPLETE: _legal(State.RUNNING, waits=False, who="either"),
    Move.END: _legal(State.RUNNING, waits=None, who="either"),
    Move.EXPIRE: _legal(State.STATED, State.RUNNING, waits=True, who="clock"),
    Move.LAPSE: _legal(State.STATED, State.RUNNING, waits=None, who="clock"),
}


def moves_for(engagement: Engagement, waiting: Agreement | None, profile_id: int) -> list[Move]:
    """What the party may do now, in the order of the table."""
    return [
        Move(name)
        for name in MOVES
        if is_theirs(engagement, waiting, name, profile_id)
        and not refusal(engagement, waiting, name)
    ]


def is_theirs(
    engagement: Engagement, waiting: Agreement | None, move: str, profile_id: int
) -> bool:
    """Whether the move is this party's to make; of a statement that waits, by who stated it."""
    is_party = profile_id in (engagement.owner_id, engagement.candidate_id)
    who = MOVES[move].who
    if who == "clock" or not is_party:
        return False
    if who == "either" or waiting is None:
        return True
    return (waiting.by_id == profile_id) == (who == "stater")


def refusal(engagement: Engagement, waiting: Agreement | None, move: str) -> str:
    """Why the move may not start here, "" where it may."""
    legal = MOVES[move]
    if engagement.state not in legal.starts:
        return _("This is “%(now)s” now. Nothing was changed.") % {
            "now": engagement.get_state_display()
        }
    if legal.waits is True and waiting is None:
        return _("Nothing waits to be confirmed here. Nothing was changed.")
    if legal.waits is False and waiting is not None:
        return _("A statement waits to be confirmed already. Answer it, or take it back, first.")
    if move == Move.COMPLETE and too_early(engagement.began_on, timezone.localdate()):
        return _("It has not begun yet. Nothing was changed.")
    return ""


def too_early(began_on: date | None, day: date) -> str:
    """Why nothing changed or ended on that day, "" from its first day on."""
    if began_on is None or day >= began_on:
        return ""
    return _("It began later than that. Choose a day since then.")


def check(engagement: Engagement, waiting: Agreement | None, move: str) -> None:
    """Raises IllegalMoveError, with the state, where the move may not start."""
    found = refusal(engagement, waiting, move)
    if found:
        raise IllegalMoveError(found)


def check_day(engagement: Engagement, day: date) -> None:
    """Raises RefusedError for a day before it began."""
    found = too_early(engagement.began_on, day)
    if found:
        raise RefusedError(found)
