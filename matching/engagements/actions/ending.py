"""Either of the two ends it early, and says why."""

from datetime import date

from django.db import transaction

from matching.engagements.actions.answering import answered
from matching.engagements.actions.rows import Held, moving, record_of
from matching.engagements.models import Agreement, Engagement
from matching.engagements.moves import Move, check_day
from matching.introductions import actions as introductions
from matching.introductions.models import Introduction
from profiles.models import Profile


@transaction.atomic
def end(
    *, engagement: Engagement, by: Profile, because: str, on: date, by_id: int | None
) -> Engagement:
    """It ended on that day before it was completed; its place and its hours are free again.

    Raises RefusedError for a day before it began.
    """
    found = moving(engagement, Move.END, by)
    check_day(found.row, on)
    over(found, Engagement.Because(because), on)
    introductions.settle(
        introduction=found.row.introduction,
        by=by,
        because=Introduction.Because.OTHER,
        by_id=by_id,
    )
    record_of("ended", found.row, by_id, by=by)
    return found.row


def over(found: Held, because: Engagement.Because, on: date) -> None:
    """The row in its early end, saved; a statement that waited is taken back."""
    if found.waiting:
        answered(found.waiting, Agreement.State.WITHDRAWN)
    row = found.row
    row.state, row.because, row.ended_on = Engagement.State.ENDED, because, on
    row.save(update_fields=["state", "because", "ended_on"])
