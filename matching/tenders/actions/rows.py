"""What every action on an answer does: lock it, move it, show and hide the firm, record."""

from django.utils import timezone

from ledger.actions import record
from matching.introductions.models import Introduction
from matching.tenders.models import Answer
from matching.tenders.moves import MOVES, Move, check, is_theirs
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.steps import Step


def moved(answer: Answer, move: Move, by: Profile) -> Answer:
    """The row as it is now, locked, in the state in which the move ends (not saved).

    Raises IllegalMoveError where it may not start; DoesNotExist where it is not `by`'s to make.
    """
    row = locked(answer.pk)
    if row is None or not is_theirs(row, move, by.pk):
        raise Answer.DoesNotExist
    row.state = check(row, move).end
    return row


def locked(pk: int) -> Answer | None:
    """Its consent is read after the lock: whoever held it may have given another."""
    rows = Answer.objects.select_for_update(of=("self",)).filter(pk=pk)
    sides = ("opening__owner", "candidacy__profile", "introduction")
    row: Answer | None = rows.select_related(*sides).first()
    return row


def save(row: Answer, move: Move, by_id: int | None, **codes: object) -> Answer:
    row.save()
    record_of(MOVES[move].verb, row, by_id, **codes)
    return row


def show(firm: Profile, owner: Profile, step: Step, by_id: int | None) -> Consent | None:
    """Let the company read that far; the consent that stands for the firm's answers, if one does.

    What it may read already for another reason stays as it is, and is no answer's. The firm's
    answers to it are locked, then the firm, as whoever ends one of them does.
    """
    if step < Step.NAME:
        return None
    answers = Answer.objects.live().filter(candidacy__profile=firm, opening__owner=owner)
    list(answers.order_by("pk").select_for_update(of=("self",)))
    consents.hold(firm)
    standing = Consent.objects.in_force().filter(owner=firm, to=owner).first()
    if standing is not None and standing.step >= step:
        return standing if standing.answers.exists() else None
    given = consents.give(
        owner=firm,
        to=owner,
        step=step,
        purpose=Consent.Purpose.CONTRACT,
        until=timezone.localdate() + consents.USUAL,
        by_id=by_id,
    )
    if standing is not None:
        standing.answers.live().update(consent=given)
    return given


def hide(row: Answer, by_id: int | None, *, must_part: bool = False) -> None:
    """Nothing came of it: what was let read for this answer alone is withheld again.

    It stays where another answer needs it, or where the two are introduced as well, unless they
    must not meet any more. The firm is held, so that of two that end at once the later finds
    nothing else that needs it.
    """
    consents.hold(row.firm)
    if row.consent is None or not row.consent.is_in_force:
        return
    needed = row.consent.answers.live().exclude(pk=row.pk)
    met = Introduction.objects.live().between(row.firm.pk, row.owner.pk)
    if not needed.exists() and (must_part or not met.exists()):
        consents.revoke(owner=row.firm, to=row.owner, by_id=by_id)


def record_of(verb: str, row: Answer, by_id: int | None, **codes: object) -> None:
    said = {
        "opening": row.opening_id,
        "candidacy": row.candidacy_id,
        "owner": row.opening.owner_id,
        "firm": row.candidacy.profile_id,
        **({"because": row.because} if row.because else {}),
        **codes,
    }
    record(verb=verb, subject=row, actor_id=by_id, codes=said)
