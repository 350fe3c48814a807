"""From which state an answer may go to which, and who may say so: one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.moves import IllegalMoveError
from matching.tenders.models import Answer

Who = Literal["owner", "firm", "system"]
State = Answer.State


class Move(models.TextChoices):
    SHORTLIST = "shortlist", gettext_lazy("Put on the shortlist")
    UNSHORTLIST = "unshortlist", gettext_lazy("Take off the shortlist")
    AWARD = "award", gettext_lazy("Award the tender")
    DECLINE = "decline", gettext_lazy("Do not choose them")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw")
    CLOSE = "close", gettext_lazy("Close it")


@dataclass(frozen=True, slots=True)
class Legal:
    """The states a move may start in, the one it ends in, whose it is, and its event's verb."""

    starts: frozenset[str]
    end: str
    who: Who
    verb: str


def _legal(*starts: str, end: str, who: Who, verb: str) -> Legal:
    return Legal(frozenset(map(str, starts)), str(end), who, f"answer.{verb}")


UNDECIDED = (State.SENT, State.SHORTLISTED)
MOVES: Mapping[str, Legal] = {
    Move.SHORTLIST: _legal(State.SENT, end=State.SHORTLISTED, who="owner", verb="shortlisted"),
    Move.AWARD: _legal(*UNDECIDED, end=State.AWARDED, who="owner", verb="awarded"),
    Move.UNSHORTLIST: _legal(State.SHORTLISTED, end=State.SENT, who="owner", verb="unshortlisted"),
    Move.DECLINE: _legal(*UNDECIDED, end=State.DECLINED, who="owner", verb="declined"),
    Move.WITHDRAW: _legal(*UNDECIDED, end=State.WITHDRAWN, who="firm", verb="withdrawn"),
    Move.CLOSE: _legal(*Answer.LIVE, end=State.CLOSED, who="system", verb="closed"),
}


def moves_for(answer: Answer, profile_id: int) -> list[Move]:
    """What the party may do now, in the order of the table."""
    return [
        Move(name)
        for name, legal in MOVES.items()
        if answer.state in legal.starts and is_theirs(answer, name, profile_id)
    ]


def is_theirs(answer: Answer, move: str, profile_id: int) -> bool:
    """Whether the move is this party's to make, in whatever state the answer is."""
    whose = {"owner": answer.opening.owner_id, "firm": answer.candidacy.profile_id}
    return whose.get(MOVES[move].who) == profile_id


def check(answer: Answer, move: str) -> Legal:
    """The row of the table. Raises IllegalMoveError where the move may not start here."""
    legal = MOVES[move]
    if answer.state not in legal.starts:
        raise IllegalMoveError(
            _("This answer is “%(now)s” now. Nothing was changed.")
            % {"now": answer.get_state_display()}
        )
    return legal
