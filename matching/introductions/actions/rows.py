"""What every action on an introduction does: lock it, move it, show and hide, record."""

from django.utils import timezone

from ledger.actions import record
from matching.introductions.models import Introduction
from matching.introductions.moves import MOVES, Move, check, is_theirs
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.steps import Step


def moved(introduction: Introduction, move: Move, by: Profile) -> Introduction:
    """The row as it is now, locked, in the state in which the move ends (not saved).

    Raises IllegalMoveError where it may not start; DoesNotExist where it is not `by`'s to make.
    """
    row = locked(introduction.pk)
    if row is None or not is_theirs(row, move, by.pk):
        raise Introduction.DoesNotExist
    row.state = check(row, move).end
    return row


def locked(pk: int) -> Introduction | None:
    rows = Introduction.objects.select_for_update(of=("self",)).filter(pk=pk)
    row: Introduction | None = rows.select_related("asker", "asked").first()
    return row


def save(row: Introduction, move: Move, by_id: int | None, **codes: object) -> Introduction:
    row.due_at = row.remind_at = None
    row.save()
    record_of(MOVES[move].verb, row, by_id, **codes)
    return row


def show(owner: Profile, to: Profile, step: Step, by_id: int | None) -> None:
    """Let the other side read that far, unless they may read further already."""
    consents.hold(owner)
    standing = Consent.objects.in_force().filter(owner=owner, to=to).first()
    if standing is None or standing.step < step:
        consents.give(
            owner=owner,
            to=to,
            step=step,
            purpose=Consent.Purpose.INTRODUCTION,
            until=timezone.localdate() + consents.USUAL,
            by_id=by_id,
        )


def hide(row: Introduction, by_id: int | None) -> None:
    """Nothing came of it: what was shown for it alone is withheld again.

    Where the two meet in another pairing as well, it stays. Both are held, so that of two that end
    at once the later finds nothing else that needs it.
    """
    consents.hold(row.asker, row.asked)
    if Introduction.objects.live().between(row.asker_id, row.asked_id).exclude(pk=row.pk).exists():
        return
    for owner, to in ((row.asker, row.asked), (row.asked, row.asker)):
        given = Consent.objects.in_force().filter(owner=owner, to=to)
        if given.filter(purpose=Consent.Purpose.INTRODUCTION).exists():
            consents.revoke(owner=owner, to=to, by_id=by_id)


def record_of(verb: str, row: Introduction, by_id: int | None, **codes: object) -> None:
    said = {
        "pairing": row.opening.pairing,
        "opening": row.opening_id,
        "candidacy": row.candidacy_id,
        "asker": row.asker_id,
        "asked": row.asked_id,
        **({"because": row.because} if row.because else {}),
        **codes,
    }
    record(verb=verb, subject=row, actor_id=by_id, codes=said)
