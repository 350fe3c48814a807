"""What every action on an engagement does: lock it, check the move, record.

Locks are taken in one order everywhere: opening, persons, introduction, engagement.
"""

from dataclasses import dataclass

from ledger.actions import record
from matching.engagements.models import Agreement, Engagement
from matching.engagements.moves import Move, check, is_theirs
from matching.engagements.statements import waiting_of
from matching.introductions import capacity
from matching.introductions.models import Introduction
from profiles.models import Profile


@dataclass(frozen=True, slots=True)
class Held:
    """An engagement as it is now, for this transaction alone, and the statement that waits."""

    row: Engagement
    waiting: Agreement | None

    @property
    def stated(self) -> Agreement:
        """Of a move that needs it."""
        assert self.waiting is not None
        return self.waiting


def held(engagement: Engagement) -> Held:
    introduction = Introduction.objects.get(pk=engagement.introduction_id)
    capacity.hold(introduction)
    Introduction.objects.select_for_update().get(pk=introduction.pk)
    rows = Engagement.objects.select_for_update(of=("self",)).filter(pk=engagement.pk)
    row = rows.select_related("introduction__opening", "owner", "candidate").get()
    return Held(row, waiting_of(row))


def moving(engagement: Engagement, move: Move, by: Profile) -> Held:
    """Held, and the move may start; raises as `check_theirs`."""
    found = held(engagement)
    check_theirs(found, move, by)
    return found


def check_theirs(found: Held, move: Move, by: Profile) -> None:
    """Raises IllegalMoveError where it may not start, DoesNotExist where it is not `by`'s."""
    if by.pk not in (found.row.owner_id, found.row.candidate_id):
        raise Engagement.DoesNotExist
    check(found.row, found.waiting, move)
    if not is_theirs(found.row, found.waiting, move, by.pk):
        raise Engagement.DoesNotExist


def record_of(
    verb: str, row: Engagement, by_id: int | None, *, by: Profile | None = None, **codes: object
) -> None:
    said = {
        "pairing": row.pairing,
        "introduction": row.introduction_id,
        "owner": row.owner_id,
        "candidate": row.candidate_id,
        **({"by": by.pk} if by else {}),
        **({"because": row.because} if row.because else {}),
        **codes,
    }
    record(verb=f"engagement.{verb}", subject=row, actor_id=by_id, codes=said)
