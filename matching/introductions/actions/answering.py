"""What the two say to it: accept, decline, withdraw, end."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.introductions import capacity
from matching.introductions.actions.rows import hide, moved, save, show
from matching.introductions.models import Introduction
from matching.introductions.moves import Move
from matching.moves import RefusedError
from profiles.models import Profile
from profiles.steps import Step


@transaction.atomic
def accept(
    *, introduction: Introduction, by: Profile, shares: Step, by_id: int | None
) -> Introduction:
    """The one who was asked agrees, and shows themselves as far as `shares`.

    Raises IllegalMoveError in another state, FullError where no place or hour is left.
    """
    opening = capacity.hold(introduction)
    row = moved(introduction, Move.ACCEPT, by)
    _check_asker_is_there(row)
    capacity.check(row, opening)
    row.answered_at = timezone.now()
    if opening.declaration.accepting_fills_a_place:
        row.takes = Introduction.Takes.PLACE
    show(row.asked, row.asker, shares, by_id)
    return save(row, Move.ACCEPT, by_id)


def _check_asker_is_there(row: Introduction) -> None:
    if row.asker.is_hidden:
        raise RefusedError(_("Whoever asked is not here any more. Nothing was changed."))


@transaction.atomic
def decline(
    *, introduction: Introduction, by: Profile, because: str, by_id: int | None
) -> Introduction:
    """The one who was asked says no, and why; what the asker showed is withheld again."""
    row = moved(introduction, Move.DECLINE, by)
    row.because = Introduction.Because(because)
    row.answered_at = timezone.now()
    hide(row, by_id)
    return save(row, Move.DECLINE, by_id)


@transaction.atomic
def withdraw(*, introduction: Introduction, by: Profile, by_id: int | None) -> Introduction:
    """Whoever asked takes it back; they may ask again."""
    row = moved(introduction, Move.WITHDRAW, by)
    hide(row, by_id)
    return save(row, Move.WITHDRAW, by_id)


@transaction.atomic
def end(
    *, introduction: Introduction, by: Profile, because: str, by_id: int | None
) -> Introduction:
    """Either of the two ends what was accepted: its place and its hours are free again."""
    row = moved(introduction, Move.END, by)
    row.because = Introduction.Because(because)
    row.ended_at = timezone.now()
    return save(row, Move.END, by_id, by=by.pk)
