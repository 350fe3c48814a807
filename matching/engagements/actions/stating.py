"""One of the two states what came of it, that it changed, or that it is completed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.engagements import clock
from matching.engagements.actions.effects import take_effect
from matching.engagements.actions.rows import Held, check_theirs, held, record_of
from matching.engagements.models import Agreement, Engagement
from matching.engagements.moves import Move, check_day
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import holding_of
from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.models import Opening
from matching.moves import IllegalMoveError, RefusedError
from profiles.models import Profile

Kind = Agreement.Kind


@dataclass(frozen=True, slots=True)
class Said:
    """What one states: `terms` are columns of an Agreement, as the outcome's form has cleaned them.

    public_id comes with the form, so that sent twice it is stated once.
    """

    public_id: UUID
    from_on: date
    terms: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def begin(*, introduction: Introduction, by: Profile, said: Said, by_id: int | None) -> Engagement:
    """State what came of an introduction; it runs once the other side confirms.

    What an outcome lets one say alone runs at once. Raises RefusedError where the introduction is
    not accepted or something came of it already, FullError where no place is left.
    """
    opening = capacity.hold(introduction)
    row = Introduction.objects.select_for_update(of=("self",)).get(pk=introduction.pk)
    if by.pk not in (row.asker_id, row.asked_id):
        raise Introduction.DoesNotExist
    known = _stated_before(said, by)
    if known is not None:
        return known.engagement
    _check_free(row, opening)
    engagement = Engagement.objects.create(
        introduction=row,
        pairing=row.opening.pairing,
        owner_id=row.opening.owner_id,
        candidate_id=row.candidacy.profile_id,
    )
    _state(Held(engagement, None), Kind.BEGIN, by, said, by_id)
    return engagement


def _check_free(row: Introduction, opening: Opening) -> None:
    if row.state != Introduction.State.ACCEPTED:
        raise IllegalMoveError(
            _("This introduction is “%(now)s” now. Nothing was recorded.")
            % {"now": row.get_state_display()}
        )
    if Engagement.objects.live().filter(introduction=row).exists():
        raise RefusedError(_("One of you has recorded already what came of it."))
    if outcome_of(opening.pairing).takes == Introduction.Takes.PLACE:
        capacity.check_place(row, opening)


@transaction.atomic
def change(*, engagement: Engagement, by: Profile, said: Said, by_id: int | None) -> Agreement:
    """State other terms from a day on: growth, an extension, the next step of an investment.

    Raises IllegalMoveError where it does not run, or a statement waits already, RefusedError for a
    day before it began.
    """
    found = held(engagement)
    known = _stated_before(said, by)
    if known is not None:
        return known
    check_theirs(found, Move.CHANGE, by)
    check_day(found.row, said.from_on)
    holds = holding_of(found.row)
    assert holds is not None
    terms = {name: getattr(holds, name) for name in TERMS} | dict(said.terms)
    return _state(found, Kind.CHANGE, by, Said(said.public_id, said.from_on, terms), by_id)


@transaction.atomic
def complete(*, engagement: Engagement, by: Profile, said: Said, by_id: int | None) -> Agreement:
    """State that it is completed, on a day; it is over once the other side confirms.

    Raises as `change` does, and before its first day.
    """
    found = held(engagement)
    known = _stated_before(said, by)
    if known is not None:
        return known
    check_theirs(found, Move.COMPLETE, by)
    check_day(found.row, said.from_on)
    return _state(found, Kind.COMPLETION, by, said, by_id)


TERMS = (
    "until_on", "route", "stage", "instrument", "usd_from", "usd", "headcount", "hours", "weeks",
    "shown", "text",
)  # fmt: skip
"""The columns that say terms, their first day apart."""


def _stated_before(said: Said, by: Profile) -> Agreement | None:
    """What this form stated; looked for under the locks, so that it is found once it is there."""
    rows = Agreement.objects.filter(public_id=said.public_id).select_related("engagement")
    found: Agreement | None = rows.first()
    if found is not None and found.by_id != by.pk:
        raise RefusedError(_("This page is out of date. Open it again, and record it then."))
    return found


def _state(found: Held, kind: Kind, by: Profile, said: Said, by_id: int | None) -> Agreement:
    agreement = Agreement(
        public_id=said.public_id,
        engagement=found.row,
        kind=kind,
        by=by,
        from_on=said.from_on,
        **{name: value for name, value in said.terms.items() if value is not None},
    )
    if outcome_of(found.row.pairing).holds_at_once(agreement):
        agreement.state, agreement.answered_at = Agreement.State.CONFIRMED, timezone.now()
        agreement.save()
        take_effect(found.row, agreement, by_id)
        record_of("noted", found.row, by_id, by=by, agreement=agreement.pk, kind=str(kind))
    else:
        clock.start(agreement)
        agreement.save()
        record_of("stated", found.row, by_id, by=by, agreement=agreement.pk, kind=str(kind))
    return agreement
