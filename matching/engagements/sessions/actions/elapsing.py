"""What nobody decides by hand: reminders, an outage that excuses, an engagement that is over."""

from datetime import datetime

from django.db import transaction

from matching.engagements.models import Absence, Session
from matching.engagements.sessions.actions.rows import record_of, settled

State = Session.State


@transaction.atomic
def remind(*, session: Session, now: datetime) -> bool:
    """A day before its start; whether a reminder was due. Another worker's turn changes nothing."""
    row = _locked(session)
    if row.state != State.BOOKED or row.remind_at is None or row.remind_at > now:
        return False
    row.remind_at = None
    row.save(update_fields=["remind_at"])
    record_of("reminded", row, None)
    return True


@transaction.atomic
def lapse(*, session: Session, now: datetime) -> bool:
    """What it belongs to is over, so it does not take place; whether it was to come.

    One that has begun stays as it is: the two still say how it went.
    """
    row = _locked(session)
    if not row.is_open or row.has_begun(now):
        return False
    row.state, row.because = State.CANCELLED, Session.Because.OVER
    row.sequence += 1
    settled(row, None)
    row.save()
    record_of("lapsed", row, None)
    return True


@transaction.atomic
def excuse(*, absence: Absence) -> bool:
    """An outage kept them, as is known now; whether that is new. It is never taken back."""
    row = Absence.objects.select_for_update(of=("self",)).select_related("session__engagement")
    found: Absence = row.get(pk=absence.pk)
    if found.is_excused:
        return False
    found.is_excused = True
    found.save(update_fields=["is_excused"])
    record_of("excused", found.session, None, absent=[found.profile_id])
    return True


def _locked(session: Session) -> Session:
    rows = Session.objects.select_for_update(of=("self",)).select_related("engagement")
    row: Session = rows.get(pk=session.pk)
    return row
