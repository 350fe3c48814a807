"""What other floors bring about between two: a place is filled, two are introduced, it is over."""

from django.db import transaction
from django.utils import timezone

from matching.introductions import capacity
from matching.introductions.actions.rows import locked, record_of, save, show
from matching.introductions.models import Introduction
from matching.introductions.moves import Move, check
from matching.models import Candidacy, Opening
from profiles.actions import consents
from profiles.models import Profile
from profiles.steps import Step

MADE = "introduction.made"
State, Takes = Introduction.State, Introduction.Takes


@transaction.atomic
def come_true(
    *, introduction: Introduction, takes: str = Takes.PLACE, hours: int | None = None
) -> Introduction:
    """More came of it than a talk, which takes a place, and `hours` of a month where said.

    The caller records what it was. Raises IllegalMoveError where it is not accepted, FullError
    where no place or hour is left.
    """
    opening = capacity.hold(introduction)
    row = _accepted(introduction)
    if takes == Takes.PLACE:
        capacity.check_place(row, opening)
    row.takes = Takes(takes)
    if hours is not None:
        capacity.check_hours(row, hours - row.hours)
        row.hours = hours
    row.save(update_fields=["takes", "hours"])
    return row


@transaction.atomic
def introduce(
    *, opening: Opening, candidacy: Candidacy, asker: Profile, shares: Step, by_id: int | None
) -> Introduction:
    """The two are introduced at once, and each shows itself to the other as far as `shares`.

    Both have agreed to it elsewhere, which takes a place from now on. What waits between them is
    accepted by it; what was accepted stays. Raises FullError where no place or hour is left.
    """
    begun = _begun(opening, candidacy, asker)
    opening = capacity.hold(begun)
    live = Introduction.objects.live().filter(opening=opening, candidacy=candidacy)
    row: Introduction = live.select_for_update().first() or begun
    capacity.check_place(row, opening)
    row.takes = Takes.PLACE
    if row.state == State.ACCEPTED:
        row.save(update_fields=["takes"])
    else:
        _accept(row, by_id)
    consents.hold(row.asker, row.asked)
    for owner, to in ((row.asker, row.asked), (row.asked, row.asker)):
        show(owner, to, shares, by_id)
    return row


def _begun(opening: Opening, candidacy: Candidacy, asker: Profile) -> Introduction:
    asked = candidacy.profile if asker.pk == opening.owner_id else opening.owner
    return Introduction(
        opening=opening,
        candidacy=candidacy,
        asker=asker,
        asked=asked,
        purpose=Introduction.Purpose.TERMS,
        hours=opening.declaration.hours_month,
    )


def _accept(row: Introduction, by_id: int | None) -> None:
    capacity.check_hours(row, row.hours)
    row.state, row.answered_at = State.ACCEPTED, timezone.now()
    row.due_at = row.remind_at = None
    row.save()
    record_of(MADE, row, by_id)


@transaction.atomic
def settle(
    *, introduction: Introduction, by: Profile | None, because: str, by_id: int | None
) -> Introduction | None:
    """What came of it is over, and the introduction with it; `None` where it was over already."""
    row = locked(introduction.pk)
    if row is None or row.state != State.ACCEPTED:
        return None
    row.state = check(row, Move.END).end
    row.because = Introduction.Because(because)
    row.ended_at = timezone.now()
    return save(row, Move.END, by_id, by=by.pk if by else None, settled=True)


def _accepted(introduction: Introduction) -> Introduction:
    row = locked(introduction.pk)
    if row is None:
        raise Introduction.DoesNotExist
    check(row, Move.END)
    return row
