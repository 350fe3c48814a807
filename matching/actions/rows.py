"""What is done alike to an opening and to a candidacy: locked, answered, deleted as a draft."""

from typing import TypeVar

from ledger.actions import record
from matching.actions.answers import Answers, Asked, Levels, ask_for, ask_levels, write
from matching.models import Candidacy, Opening
from matching.moves import check_changeable, check_draft
from profiles import drafts

Row = TypeVar("Row", Opening, Candidacy)


def locked(row: Row) -> Row:
    """The row as it is now, for this transaction alone. One that has gone raises DoesNotExist."""
    now: Row = type(row).objects.select_for_update().get(pk=row.pk)
    return now


def answer(
    row: Opening | Candidacy, answers: Answers, skills: Asked | None, levels: Levels
) -> bool:
    """Put the answers on the row (not saved) and ask for the skills; whether any of it was new.

    Raises IllegalMoveError where the row is closed or withdrawn.
    """
    check_changeable(row)
    is_new = write(row, answers)
    asks_anew = skills is not None and ask_for(row, skills)
    asks_otherwise = bool(levels) and ask_levels(row, levels)
    return is_new or asks_anew or asks_otherwise


def discard(row: Row, verb: str, by_id: int | None) -> None:
    """Delete a draft with what was typed about it. Raises IllegalMoveError where it is none."""
    row = locked(row)
    check_draft(row)
    record(verb=verb, subject=row, actor_id=by_id, codes={"pairing": row.pairing})
    drafts.drop_about(row.public_id)
    row.delete()
