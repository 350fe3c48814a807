"""From which state a recommendation may go to which, and who may say so: one table.

That somebody asked through it changes nothing: it is open until its last day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.engagements.models import Referral
from matching.moves import IllegalMoveError

State = Referral.State


class Move(models.TextChoices):
    STOP = "stop", gettext_lazy("Stop it")
    EXPIRE = "expire", gettext_lazy("Let it run out")


@dataclass(frozen=True, slots=True)
class Legal:
    """The state a move starts in, the one it ends in, and whose it is."""

    start: str
    end: str
    who: Literal["either", "clock"]


MOVES: Mapping[str, Legal] = {
    Move.STOP: Legal(State.LIVE, State.STOPPED, "either"),
    Move.EXPIRE: Legal(State.LIVE, State.EXPIRED, "clock"),
}


def check(referral: Referral, move: str) -> Legal:
    """The row of the table. Raises IllegalMoveError where the move may not start here."""
    legal = MOVES[move]
    if referral.state != legal.start:
        raise IllegalMoveError(
            _("This recommendation is “%(now)s” now. Nothing was changed.")
            % {"now": referral.get_state_display()}
        )
    return legal
