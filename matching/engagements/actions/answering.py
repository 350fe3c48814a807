"""What is said to a statement: the other side confirms or refuses it, its author takes it back.

`statement` is the one that its reader saw; where another waits by now, nothing is said to that.
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.engagements.actions.effects import take_effect
from matching.engagements.actions.rows import Held, moving, record_of
from matching.engagements.models import Agreement, Engagement
from matching.engagements.moves import Move
from matching.moves import IllegalMoveError
from profiles.models import Profile

Kind = Agreement.Kind


@transaction.atomic
def confirm(
    *, engagement: Engagement, by: Profile, by_id: int | None, statement: UUID | None = None
) -> Engagement:
    """Both sides say so now: it runs, other terms hold, or it is completed.

    Raises IllegalMoveError where nothing waits, FullError where no place or hour is left.
    """
    found = moving(engagement, Move.CONFIRM, by)
    _check_read(found, statement)
    stated = answered(found.stated, Agreement.State.CONFIRMED)
    take_effect(found.row, stated, by_id)
    verb = "completed" if stated.kind == Kind.COMPLETION else "confirmed"
    record_of(verb, found.row, by_id, by=by, agreement=stated.pk, kind=stated.kind)
    return found.row


@transaction.atomic
def refuse(
    *, engagement: Engagement, by: Profile, by_id: int | None, statement: UUID | None = None
) -> Engagement:
    """It is not so, says the other side: what held before holds."""
    found = moving(engagement, Move.REFUSE, by)
    _check_read(found, statement)
    return dropped(found, Agreement.State.REFUSED, "refused", by, by_id)


@transaction.atomic
def withdraw(
    *, engagement: Engagement, by: Profile, by_id: int | None, statement: UUID | None = None
) -> Engagement:
    """Whoever stated it takes it back."""
    found = moving(engagement, Move.WITHDRAW, by)
    _check_read(found, statement)
    return dropped(found, Agreement.State.WITHDRAWN, "withdrawn", by, by_id)


def _check_read(found: Held, statement: UUID | None) -> None:
    if statement is not None and found.stated.public_id != statement:
        raise IllegalMoveError(
            _("Something else was recorded meanwhile. Read it first. Nothing was changed.")
        )


def answered(agreement: Agreement, state: Agreement.State) -> Agreement:
    agreement.state, agreement.answered_at = state, timezone.now()
    agreement.due_at = agreement.remind_at = None
    agreement.save()
    return agreement


def dropped(
    found: Held, state: Agreement.State, verb: str, by: Profile | None, by_id: int | None
) -> Engagement:
    """The statement comes to nothing, and with the first one the engagement does."""
    stated = answered(found.stated, state)
    if stated.kind == Kind.BEGIN:
        found.row.state = Engagement.State.DROPPED
        found.row.save(update_fields=["state"])
    record_of(verb, found.row, by_id, by=by, agreement=stated.pk, kind=stated.kind)
    return found.row
