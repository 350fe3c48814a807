"""One of the two proposes times, answers with others, or moves what was booked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from matching.engagements.models import Engagement, Session
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.sessions.actions.rows import held, moving, record_of
from matching.engagements.sessions.moves import Move
from matching.engagements.sessions.times import check_times
from matching.moves import IllegalMoveError, RefusedError
from profiles.models import Profile


@dataclass(frozen=True, slots=True)
class Proposal:
    """One to three starts, the length in minutes, and a `Session.Medium`.

    public_id comes with the form, so that sent twice it is proposed once.
    """

    public_id: UUID
    times: tuple[datetime, ...]
    minutes: int
    medium: str


@transaction.atomic
def propose(*, engagement: Engagement, by: Profile, said: Proposal, by_id: int | None) -> Session:
    """Propose times; the other side books one. Raises RefusedError with what stands in the way."""
    row = held(engagement)
    if by.pk not in (row.owner_id, row.candidate_id) or not outcome_of(row.pairing).has_sessions:
        raise Engagement.DoesNotExist
    known = _proposed_before(row, by, said)
    if known is not None:
        return known
    if not row.is_running:
        raise IllegalMoveError(
            _("This is “%(now)s” now. Nothing was proposed.") % {"now": row.get_state_display()}
        )
    return _proposed(row, by, said, by_id)


@transaction.atomic
def counter(*, session: Session, by: Profile, said: Proposal, by_id: int | None) -> Session:
    """Other times instead of those that were proposed; returns the proposal that replaces it."""
    known = _proposed_before(held(session.engagement), by, said)
    if known is not None:
        return known
    row = moving(session, Move.COUNTER, by)
    row.save(update_fields=["state"])
    return _proposed(row.engagement, by, said, by_id, replaces=row.pk)


@transaction.atomic
def move(*, session: Session, by: Profile, said: Proposal, by_id: int | None) -> Session:
    """What was booked is off at its time; the other side books one of these instead."""
    row = moving(session, Move.MOVE, by)
    check_times(row.engagement, said.times, said.minutes, row)
    row.proposed_by, row.author_id = by, by_id
    row.times, row.minutes, row.medium = list(said.times), said.minutes, said.medium
    row.starts_at = row.booked_at = row.remind_at = None
    row.sequence += 1
    row.save()
    record_of("moved", row, by_id, by=by)
    return row


def _proposed_before(engagement: Engagement, by: Profile, said: Proposal) -> Session | None:
    """Of what is held, so that of two sent at once the second finds the first."""
    found: Session | None = Session.objects.filter(public_id=said.public_id).first()
    if found and (found.engagement_id, found.proposed_by_id) != (engagement.pk, by.pk):
        raise RefusedError(_("This page is out of date. Open it again, and propose times then."))
    return found


def _proposed(
    engagement: Engagement, by: Profile, said: Proposal, by_id: int | None, **codes: int
) -> Session:
    check_times(engagement, said.times, said.minutes)
    row = Session.objects.create(
        public_id=said.public_id,
        engagement=engagement,
        proposed_by=by,
        author_id=by_id,
        times=list(said.times),
        minutes=said.minutes,
        medium=Session.Medium(said.medium),
    )
    record_of("proposed", row, by_id, by=by, **codes)
    return row
