"""From which state a recommendation may go to which, and who may say so: one table.

That somebody asked through it changes nothing: it is open until its last day.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from django.utils.translation import gettext as _

from matching.engagements.models import Referral
from matching.introductions.moves import Legal, legal
from matching.moves import IllegalMoveError

Who = Literal["either", "clock"]
State = Referral.State


class Move(StrEnum):
    STOP = "stop"
    EXPIRE = "expire"


MOVES: Mapping[str, Legal[Who]] = {
    Move.STOP: legal(State.LIVE, end=State.STOPPED, who="either", verb="referral.stopped"),
    Move.EXPIRE: legal(State.LIVE, end=State.EXPIRED, who="clock", verb="referral.expired"),
}


def is_theirs(referral: Referral, move: str, profile_id: int) -> bool:
    """Whether the move is this party's to make, in whatever state the recommendation is."""
    row = referral.engagement
    return MOVES[move].who == "either" and profile_id in (row.owner_id, row.candidate_id)


def check(referral: Referral, move: str) -> Legal[Who]:
    """The row of the table. Raises IllegalMoveError where the move may not start here."""
    found = MOVES[move]
    if referral.state not in found.starts:
        raise IllegalMoveError(
            _("This recommendation is “%(now)s” now. Nothing was changed.")
            % {"now": referral.get_state_display()}
        )
    return found
