"""How a session went, as one of the two says after its start."""

from collections.abc import Collection

from django.db import transaction

from matching.engagements.models import Absence, Session
from matching.engagements.sessions.actions.rows import moving, record_of, settled
from matching.engagements.sessions.moves import Move
from matching.introductions.languages import language_of
from profiles.models import Profile


@transaction.atomic
def hold(*, session: Session, by: Profile, minutes: int, text: str, by_id: int | None) -> Session:
    """The two met, for so many minutes; `text` says about what, and only they read it."""
    row = moving(session, Move.HOLD, by)
    row.minutes_held, row.text = minutes, text
    row.language = language_of(text, by.language)
    settled(row, by)
    row.save()
    record_of("held", row, by_id, by=by, minutes=minutes)
    return row


@transaction.atomic
def miss(
    *, session: Session, by: Profile, absent: Collection[Profile], by_id: int | None
) -> Session:
    """These of the two did not come. Where an outage kept somebody, it is not counted."""
    row = moving(session, Move.MISS, by)
    both = (row.engagement.owner_id, row.engagement.candidate_id)
    assert absent
    assert all(each.pk in both for each in absent)
    settled(row, by)
    row.save()
    Absence.objects.bulk_create(Absence(session=row, profile=each) for each in absent)
    row.absences.kept_by_an_outage().update(is_excused=True)
    record_of("missed", row, by_id, by=by, absent=sorted(each.pk for each in absent))
    return row
