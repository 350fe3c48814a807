"""What a confirmed statement brings about, in the transaction that confirms it."""

from django.utils import timezone

from matching.actions import move_candidacy, move_opening
from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import is_first_of_both
from matching.introductions import actions as introductions
from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.moves import CandidacyMove, OpeningMove
from profiles.actions import consents
from profiles.models import Consent
from profiles.steps import Step

Kind = Agreement.Kind


def take_effect(row: Engagement, agreement: Agreement, by_id: int | None) -> None:
    """Raises FullError where no place or hour is left for it."""
    outcome = outcome_of(row.pairing)
    if agreement.kind == Kind.COMPLETION:
        _complete(row, agreement, by_id)
        return
    hours = agreement.hours if outcome.has_sessions else None
    introductions.come_true(introduction=row.introduction, takes=outcome.takes, hours=hours)
    if agreement.kind == Kind.BEGIN:
        _begin(row, agreement, outcome, by_id)
    if is_first_of_both(row, agreement):
        _keep_reading(row, outcome, by_id)


def _begin(row: Engagement, agreement: Agreement, outcome: Outcome, by_id: int | None) -> None:
    row.state, row.began_on = Engagement.State.RUNNING, agreement.from_on
    row.save(update_fields=["state", "began_on"])
    if outcome.is_exclusive:
        _stop_looking(row.introduction.candidacy, by_id)
    if outcome.closes_opening:
        _close_if_full(row.introduction.opening, by_id)


def _complete(row: Engagement, agreement: Agreement, by_id: int | None) -> None:
    row.state, row.ended_on = Engagement.State.COMPLETED, agreement.from_on
    row.save(update_fields=["state", "ended_on"])
    done = Introduction.Because.DONE
    introductions.settle(introduction=row.introduction, by=None, because=done, by_id=by_id)


def _keep_reading(row: Engagement, outcome: Outcome, by_id: int | None) -> None:
    """What the two let each other read for the introduction holds for what came of it.

    What one of the two says alone gives nothing of the other's. The page on which each of them
    says so names the day; either revokes it as any consent.
    """
    both = (row.owner_id, row.candidate_id)
    given = Consent.objects.in_force().filter(owner__in=both, to__in=both)
    until = timezone.localdate() + consents.LONGEST
    for consent in given.filter(purpose=Consent.Purpose.INTRODUCTION).select_related("owner", "to"):
        consents.give(
            owner=consent.owner,
            to=consent.to,
            step=Step(consent.step),
            purpose=outcome.purpose,
            until=until,
            by_id=by_id,
        )


def _stop_looking(candidacy: Candidacy, by_id: int | None) -> None:
    if candidacy.status in (Candidacy.Status.ACTIVE, Candidacy.Status.PAUSED):
        move_candidacy(candidacy=candidacy, move=CandidacyMove.WITHDRAW, by_id=by_id)


def _close_if_full(opening: Opening, by_id: int | None) -> None:
    is_open = opening.status in (Opening.Status.PUBLISHED, Opening.Status.PAUSED)
    if is_open and capacity.use_of(opening).leaves_no_place(opening):
        move_opening(opening=opening, move=OpeningMove.CLOSE, by_id=by_id)
