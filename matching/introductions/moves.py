"""From which state an introduction may go to which, and who may say so: one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.introductions.models import Introduction
from matching.moves import IllegalMoveError

Who = Literal["asker", "asked", "either", "clock"]
State = Introduction.State


class Move(models.TextChoices):
    ACCEPT = "accept", gettext_lazy("Accept")
    DECLINE = "decline", gettext_lazy("Decline")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw")
    EXPIRE = "expire", gettext_lazy("Let it run out")
    END = "end", gettext_lazy("End it")
    LAPSE = "lapse", gettext_lazy("Let it lapse")


@dataclass(frozen=True, slots=True)
class Legal:
    """The states a move may start in, the one it ends in, whose it is, and its event's verb."""

    starts: frozenset[str]
    end: str
    who: Who
    verb: str


def _legal(*starts: str, end: str, who: Who, verb: str) -> Legal:
    return Legal(frozenset(map(str, starts)), str(end), who, f"introduction.{verb}")


MOVES: Mapping[str, Legal] = {
    Move.ACCEPT: _legal(State.WAITING, end=State.ACCEPTED, who="asked", verb="accepted"),
    Move.DECLINE: _legal(State.WAITING, end=State.DECLINED, who="asked", verb="declined"),
    Move.WITHDRAW: _legal(State.WAITING, end=State.WITHDRAWN, who="asker", verb="withdrawn"),
    Move.EXPIRE: _legal(State.WAITING, end=State.EXPIRED, who="clock", verb="expired"),
    Move.END: _legal(State.ACCEPTED, end=State.ENDED, who="either", verb="ended"),
    Move.LAPSE: _legal(State.WAITING, State.ACCEPTED, end=State.LAPSED, who="clock", verb="lapsed"),
}


def moves_for(introduction: Introduction, profile_id: int) -> list[Move]:
    """What the party may do now, in the order of the table."""
    return [
        Move(name)
        for name, legal in MOVES.items()
        if introduction.state in legal.starts and _is_theirs(introduction, legal.who, profile_id)
    ]


def is_theirs(introduction: Introduction, move: str, profile_id: int) -> bool:
    """Whether the move is this party's to make, in whatever state the introduction is."""
    return _is_theirs(introduction, MOVES[move].who, profile_id)


def _is_theirs(introduction: Introduction, who: Who, profile_id: int) -> bool:
    asker, asked = introduction.asker_id == profile_id, introduction.asked_id == profile_id
    return {"asker": asker, "asked": asked, "either": asker or asked, "clock": False}[who]


def check(introduction: Introduction, move: str) -> Legal:
    """The row of the table. Raises IllegalMoveError where the move may not start here."""
    legal = MOVES[move]
    if introduction.state not in legal.starts:
        raise IllegalMoveError(
            _("This request is “%(now)s” now. Nothing was changed.")
            % {"now": introduction.get_state_display()}
        )
    return legal
