"""From which state an introduction may go to which, and who may say so: one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.introductions.models import Introduction
from matching.moves import IllegalMoveError

Who = Literal["asker", "asked", "either", "clock"]
Whose = TypeVar("Whose")
State = Introduction.State


class Move(models.TextChoices):
    ACCEPT = "accept", gettext_lazy("Accept")
    DECLINE = "decline", gettext_lazy("Decline")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw")
    EXPIRE = "expire", gettext_lazy("Let it run out")
    END = "end", gettext_lazy("End it")
    LAPSE = "lapse", gettext_lazy("Let it lapse")


@dataclass(frozen=True, slots=True)
class Legal(Generic[Whose]):
    """The states a move may start in, the one it ends in, whose it is, and its event's verb."""

    starts: frozenset[str]
    end: str
    who: Whose
    verb: str


def legal(*starts: str, end: str, who: Whose, verb: str) -> Legal[Whose]:
    return Legal(frozenset(map(str, starts)), str(end), who, verb)


MOVES: Mapping[str, Legal[Who]] = {
    Move.ACCEPT: legal(
        State.WAITING, end=State.ACCEPTED, who="asked", verb="introduction.accepted"
    ),
    Move.DECLINE: legal(
        State.WAITING, end=State.DECLINED, who="asked", verb="introduction.declined"
    ),
    Move.WITHDRAW: legal(
        State.WAITING, end=State.WITHDRAWN, who="asker", verb="introduction.withdrawn"
    ),
    Move.EXPIRE: legal(State.WAITING, end=State.EXPIRED, who="clock", verb="introduction.expired"),
    Move.END: legal(State.ACCEPTED, end=State.ENDED, who="either", verb="introduction.ended"),
    Move.LAPSE: legal(
        State.WAITING, State.ACCEPTED, end=State.LAPSED, who="clock", verb="introduction.lapsed"
    ),
}


def moves_for(introduction: Introduction, profile_id: int) -> list[Move]:
    """What the party may do now, in the order of the table."""
    return [
        Move(name)
        for name, row in MOVES.items()
        if introduction.state in row.starts and _is_theirs(introduction, row.who, profile_id)
    ]


def is_theirs(introduction: Introduction, move: str, profile_id: int) -> bool:
    """Whether the move is this party's to make, in whatever state the introduction is."""
    return _is_theirs(introduction, MOVES[move].who, profile_id)


def _is_theirs(introduction: Introduction, who: Who, profile_id: int) -> bool:
    asker, asked = introduction.asker_id == profile_id, introduction.asked_id == profile_id
    return {"asker": asker, "asked": asked, "either": asker or asked, "clock": False}[who]


def check(introduction: Introduction, move: str) -> Legal[Who]:
    """The row of the table. Raises IllegalMoveError where the move may not start here."""
    found = MOVES[move]
    if introduction.state not in found.starts:
        raise IllegalMoveError(
            _("This request is “%(now)s” now. Nothing was changed.")
            % {"now": introduction.get_state_display()}
        )
    return found
