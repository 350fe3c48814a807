"""What the company says to an answer: shortlist, award, decline."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.introductions.actions import introduce
from matching.models import Opening
from matching.moves import RefusedError
from matching.queries.exclusions import may_meet
from matching.tenders import places
from matching.tenders.actions.rows import hide, moved, save
from matching.tenders.models import Answer
from matching.tenders.moves import Move
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.steps import Step


@transaction.atomic
def shortlist(*, answer: Answer, by: Profile, by_id: int | None) -> Answer:
    return save(moved(answer, Move.SHORTLIST, by), Move.SHORTLIST, by_id)


@transaction.atomic
def unshortlist(*, answer: Answer, by: Profile, by_id: int | None) -> Answer:
    return save(moved(answer, Move.UNSHORTLIST, by), Move.UNSHORTLIST, by_id)


@transaction.atomic
def award(*, answer: Answer, by: Profile, by_id: int | None) -> Answer:
    """The company chooses this team: both are introduced, and each reads the other's name.

    Raises IllegalMoveError in another state, FullError where no place is left, RefusedError where
    the two are not to meet any more. The tender's lock comes first: of many at once on the last
    place one gets it.
    """
    opening = Opening.objects.select_for_update().get(pk=answer.opening_id)
    row = moved(answer, Move.AWARD, by)
    _check_there(row, opening)
    places.check(opening)
    row.introduction = introduce(
        opening=opening, candidacy=row.candidacy, asker=row.firm, shares=Step.NAME, by_id=by_id
    )
    _hand_over(row, by_id)
    row.decided_at = timezone.now()
    return save(row, Move.AWARD, by_id)


def _check_there(row: Answer, opening: Opening) -> None:
    """Also past its last day a tender is awarded; once it is closed it is not."""
    if not may_meet(row.candidacy, opening) or opening.status == Opening.Status.CLOSED:
        raise RefusedError(_("This answer cannot be awarded any more. Nothing was changed."))


def _hand_over(row: Answer, by_id: int | None) -> None:
    """What the firm let the company read for its answer is read for their introduction now."""
    if row.consent is not None and row.consent.is_in_force:
        consents.give(
            owner=row.firm,
            to=row.owner,
            step=Step(row.consent.step),
            purpose=Consent.Purpose.INTRODUCTION,
            until=timezone.localdate() + consents.USUAL,
            by_id=by_id,
        )


@transaction.atomic
def decline(*, answer: Answer, by: Profile, because: str, by_id: int | None) -> Answer:
    """The company says no, and why; what the firm let it read for the answer is withheld again."""
    row = moved(answer, Move.DECLINE, by)
    row.because = Answer.Because(because)
    row.decided_at = timezone.now()
    hide(row, by_id)
    return save(row, Move.DECLINE, by_id)
