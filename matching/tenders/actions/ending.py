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
def close(*, answer: Answer, because: str = "", must_part: bool = False) -> bool:
    """Nothing can come of it any more; whether it was live. Neither side is told whose doing.

    What was awarded since it was read stays: something came of it. What an award let the two read
    is their introduction's, and ends with that.
    because: said where it tells nothing of a person, as that the tender is closed
    must_part: the two are not to meet any more, so that nothing stays readable of the firm
    """
    row = locked(answer.pk)
    if row is None or row.state not in MOVES[Move.CLOSE].starts:
        return False
    if row.state == Answer.State.AWARDED and answer.state != Answer.State.AWARDED:
        return False
    was, row.state = row.state, MOVES[Move.CLOSE].end
    row.because = Answer.Because(because) if because else ""
    row.decided_at = timezone.now()
    hide(row, None, must_part=must_part)
    save(row, Move.CLOSE, None, was=was)
    return True
