"""An opening is drafted, answered, published, paused, closed and opened again."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from matching.actions.answers import UNCHANGED, Answers, Asked, Levels
from matching.actions.rows import answer, discard, locked
from matching.models import Opening
from matching.moves import OpeningMove, check_in_time, end_of
from matching.pairings.declaration import Pairing
from matching.places import check_places
from matching.search import folded_text
from profiles.models import Profile

OPENING_SAVED = "opening.saved"
OPENING_DRAFTED = "opening.drafted"
OPENING_DISCARDED = "opening.discarded"


@transaction.atomic
def save_opening(*, opening: Opening, by_id: int | None) -> Opening:
    """Save the opening's own columns, its text for the search and its date; matches follow.

    Its skills are stored before: their labels are part of the text.
    """
    return _saved(opening, by_id, OPENING_SAVED)


def _saved(opening: Opening, by_id: int | None, verb: str, **codes: str) -> Opening:
    if opening.status == Opening.Status.PUBLISHED and opening.published_at is None:
        opening.published_at = timezone.now()
    opening.folded = folded_text(opening.title, opening.description, _asked_labels(opening))
    opening.save()
    record(verb=verb, subject=opening, actor_id=by_id, codes={"pairing": opening.pairing, **codes})
    return opening


def _asked_labels(opening: Opening) -> list[str]:
    if opening.pk is None:
        return []
    labels = opening.skills.order_by("pk").values_list("label_en", "label_ar")
    return [label for both in labels for label in both]


@transaction.atomic
def draft_opening(
    *, public_id: UUID, owner: Profile, pairing: Pairing, by_id: int | None
) -> Opening:
    """Begin an opening that nobody else sees. Asked twice with one id, it is begun once.

    An id that is another owner's raises Opening.DoesNotExist.
    """
    opening, is_new = Opening.objects.get_or_create(
        public_id=public_id,
        defaults={"owner": owner, "pairing": pairing.slug, "language": owner.language},
    )
    if (opening.owner_id, opening.pairing) != (owner.pk, pairing.slug):
        raise Opening.DoesNotExist
    return _saved(opening, by_id, OPENING_DRAFTED) if is_new else opening


@transaction.atomic
def change_opening(
    *,
    opening: Opening,
    answers: Answers,
    by_id: int | None,
    skills: Asked | None = None,
    levels: Levels = UNCHANGED,
) -> Opening:
    """Write answers onto the opening as it is now, so that two open pages undo nothing.

    Of a draft it is recorded, and nobody is matched anew.
    Raises IllegalMoveError where it is closed, RefusedError for fewer places than what runs needs.
    """
    row = locked(opening)
    if "capacity" in answers:
        check_places(row, answers["capacity"])
    if not answer(row, answers, skills, levels):
        return row
    is_draft = row.status == Opening.Status.DRAFT
    return _saved(row, by_id, OPENING_DRAFTED if is_draft else OPENING_SAVED)


@transaction.atomic
def move_opening(*, opening: Opening, move: str, by_id: int | None) -> Opening:
    """Publish, pause, resume, close or reopen. Raises RefusedError, with both states or why not.

    What is opened again after its date has no date any more.
    """
    row = locked(opening)
    row.status = end_of(row, move)
    if move == OpeningMove.REOPEN and not row.is_open:
        row.closes_on = None
    if row.status == Opening.Status.PUBLISHED:
        check_in_time(row.closes_on)
    return _saved(row, by_id, OPENING_SAVED, move=str(move))


@transaction.atomic
def discard_opening(*, opening: Opening, by_id: int | None) -> None:
    """Delete a draft with what was typed about it. Raises IllegalMoveError where it is none."""
    discard(opening, OPENING_DISCARDED, by_id)
