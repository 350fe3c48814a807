"""What is said to a proposal, or to what was booked: one of its times, or that it is off."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.engagements.models import Session
from matching.engagements.sessions.actions.rows import moving, record_of, settled
from matching.engagements.sessions.moves import Move
from matching.engagements.sessions.times import check_times
from matching.moves import RefusedError
from profiles.models import Profile

REMINDER = timedelta(hours=24)
"""So long before its start both are reminded."""


@transaction.atomic
def book(*, session: Session, by: Profile, at: datetime, by_id: int | None) -> Session:
    """The side that did not propose chooses one of the times.

    Raises RefusedError where it is none of them, has passed, or one of the two is booked then.
    """
    row = moving(session, Move.BOOK, by)
    if at not in row.times:
        raise RefusedError(_("Those are not the times any more. Look at them again."))
    check_times(row.engagement, [at], row.minutes)
    now = timezone.now()
    row.starts_at, row.booked_at = at, now
    row.remind_at = at - REMINDER if at - REMINDER > now else None
    row.save(update_fields=["state", "starts_at", "booked_at", "remind_at"])
    record_of("booked", row, by_id, by=by)
    return row


@transaction.atomic
def cancel(*, session: Session, by: Profile, because: str, by_id: int | None) -> Session:
    """Either of the two calls it off before its start, and says why."""
    row = moving(session, Move.CANCEL, by)
    row.because = Session.Because(because)
    row.sequence += 1
    settled(row, by)
    row.save()
    record_of("cancelled", row, by_id, by=by)
    return row
