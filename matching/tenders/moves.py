"""From which state an answer may go to which, and who may say so: one table."""

from collections.abc import Mapping
from typing import Literal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.introductions.moves import Legal, legal
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


UNDECIDED = (State.SENT, State.SHORTLISTED)
MOVES: Mapping[str, Legal[Who]] = {
    Move.SHORTLIST: legal(
        State.SENT, end=State.SHORTLISTED, who="owner", verb="answer.shortlisted"
    ),
    Move.AWARD: legal(*UNDECIDED, end=State.AWARDED, who="owner", verb="answer.awarded"),
    Move.UNSHORTLIST: legal(
        State.SHORTLISTED, end=State.SENT, who="owner", verb="answer.unshortlisted"
    ),
    Move.DECLINE: legal(*UNDECIDED, end=State.DECLINED, who="owner", verb="answer.declined"),
    Move.WITHDRAW: legal(*UNDECIDED, end=State.WITHDRAWN, who="firm", verb="answer.withdrawn"),
    Move.CLOSE: legal(*Answer.LIVE, end=State.CLOSED, who="system", verb="answer.closed"),
}


def moves_for(answer: Answer, profile_id: int) -> list[Move]:
    """What the party may do now, in the order of the table."""
    return [
        Move(name)
        for name, row in MOVES.items()
        if answer.state in row.starts and is_theirs(answer, name, profile_id)
    ]


def is_theirs(answer: Answer, move: str, profile_id: int) -> bool:
    """Whether the move is this party's to make, in whatever state the answer is."""
    whose = {"owner": answer.opening.owner_id, "firm": answer.candidacy.profile_id}
    return whose.get(MOVES[move].who) == profile_id


def check(answer: Answer, move: str) -> Legal[Who]:
    """The row of the table. Raises IllegalMoveError where the move may not start here."""
    found = MOVES[move]
    if answer.state not in found.starts:
        raise IllegalMoveError(
            _("This answer is “%(now)s” now. Nothing was changed.")
            % {"now": answer.get_state_display()}
        )
    return found
