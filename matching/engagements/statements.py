"""Which statement of an engagement waits, and which terms hold: of a row `with_agreements`."""

from collections.abc import Iterable

from matching.engagements.models import Agreement, Engagement


def waiting_of(row: Engagement) -> Agreement | None:
    return next((each for each in row.agreements.all() if each.is_waiting), None)


def holding_of(row: Engagement) -> Agreement | None:
    """The terms that both confirmed last; `None` before the first are."""
    return _last(each for each in row.agreements.all() if each.is_confirmed and each.is_terms)


def last_of(row: Engagement) -> Agreement | None:
    return _last(row.agreements.all())


def _last(found: Iterable[Agreement]) -> Agreement | None:
    return max(found, key=lambda each: each.pk, default=None)
