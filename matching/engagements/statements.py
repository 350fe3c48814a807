"""Which statement of an engagement waits, and which terms hold.

A row `with_agreements` tells without a further query.
"""

from collections.abc import Iterable
from datetime import date

from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.registry import outcome_of


def waiting_of(row: Engagement) -> Agreement | None:
    return next((each for each in row.agreements.all() if each.is_waiting), None)


def holding_of(row: Engagement) -> Agreement | None:
    """The terms that were confirmed last, from whichever day; `None` before the first are."""
    return _last(_confirmed(row))


def terms_on(row: Engagement, day: date) -> Agreement | None:
    """The last of those that hold by that day; before any does, the first that were confirmed."""
    confirmed = list(_confirmed(row))
    begun = [each for each in confirmed if each.from_on <= day]
    return _last(begun or confirmed[:1])


def is_first_of_both(row: Engagement, agreement: Agreement) -> bool:
    """Whether these terms are the first that both say, or would be once they are confirmed.

    Terms that one may say alone hold without the other's word.
    """
    alone = outcome_of(row.pairing).holds_at_once
    earlier = (each for each in _confirmed(row) if each.pk < agreement.pk)
    return agreement.is_terms and not alone(agreement) and all(alone(each) for each in earlier)


def last_of(row: Engagement) -> Agreement | None:
    return _last(row.agreements.all())


def _confirmed(row: Engagement) -> Iterable[Agreement]:
    """All terms that were, a completion apart."""
    return (each for each in row.agreements.all() if each.is_confirmed and each.is_terms)


def _last(found: Iterable[Agreement]) -> Agreement | None:
    return max(found, key=lambda each: each.pk, default=None)
