"""What every action on a session does: hold the two, lock it, check the move, record.

Locks are taken in one order everywhere: profiles, then those of an engagement, then the session.
"""

from django.utils import timezone

from ledger.actions import record
from matching.engagements.actions import rows
from matching.engagements.models import Engagement, Session
from matching.engagements.sessions.moves import check, is_theirs
from profiles.models import Profile


def held(engagement: Engagement) -> Engagement:
    """As it is now; neither of the two is booked elsewhere until this transaction ends."""
    both = sorted((engagement.owner_id, engagement.candidate_id))
    profiles = Profile.objects.select_for_update(no_key=True).filter(pk__in=both).order_by("pk")
    list(profiles.values_list("pk"))
    return rows.held(engagement).row


def moving(session: Session, move: str, by: Profile) -> Session:
    """The row as it is now, locked, in the state in which the move ends (not saved).

    Raises IllegalMoveError where it may not start; DoesNotExist where it is not `by`'s to make.
    """
    engagement = held(session.engagement)
    row: Session = Session.objects.select_for_update().get(pk=session.pk)
    row.engagement = engagement
    if not is_theirs(row, move, by.pk):
        raise Session.DoesNotExist
    row.state = check(row, move, timezone.now()).end
    return row


def settled(row: Session, by: Profile | None) -> None:
    """Whose word it is and when (not saved); of what is over nobody is reminded."""
    row.settled_by, row.settled_at, row.remind_at = by, timezone.now(), None


def record_of(
    verb: str, row: Session, by_id: int | None, *, by: Profile | None = None, **codes: object
) -> None:
    said = {
        "engagement": row.engagement_id,
        "owner": row.engagement.owner_id,
        "candidate": row.engagement.candidate_id,
        **({"by": by.pk} if by else {}),
        **({"because": row.because} if row.because else {}),
        **codes,
    }
    record(verb=f"session.{verb}", subject=row, actor_id=by_id, codes=said)
