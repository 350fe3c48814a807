"""An answer is taken back by its firm, or is closed because nothing can come of it any more."""

from django.db import transaction
from django.utils import timezone

from matching.tenders.actions.rows import hide, locked, moved, save
from matching.tenders.models import Answer
from matching.tenders.moves import MOVES, Move
from profiles.models import Profile


@transaction.atomic
def withdraw(*, answer: Answer, by: Profile, by_id: int | None) -> Answer:
    """The firm takes it back; it may answer again while the tender is open."""
    row = moved(answer, Move.WITHDRAW, by)
    hide(row, by_id)
    return save(row, Move.WITHDRAW, by_id)


@transaction.atomic
def close(*, answer: Answer, because: str = "") -> bool:
    """Nothing can come of it any more; whether it was live. Neither side is told whose doing.

    What an award let the two read is their introduction's, and ends with that.
    because: said where it tells nothing of a person, as that the tender is closed; without it the
    two are not to meet any more
    """
    row = locked(answer.pk)
    if row is None or row.state not in MOVES[Move.CLOSE].starts:
        return False
    was, row.state = row.state, MOVES[Move.CLOSE].end
    row.because = Answer.Because(because) if because else ""
    row.decided_at = timezone.now()
    hide(row, None, must_part=not because)
    save(row, Move.CLOSE, None, was=was)
    return True
