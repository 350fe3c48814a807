"""At which dates how it goes is asked, and of whom: pure, from what was agreed on."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from matching.engagements.models import Agreement, Engagement, Review
from matching.engagements.outcomes.declaration import Outcome

WEEK = timedelta(weeks=1)


class Planned(NamedTuple):
    by_id: int
    kind: str
    due_on: date


def planned(engagement: Engagement, outcome: Outcome, terms: Agreement) -> set[Planned]:
    """Both are asked after `check_days`; the owner evaluates again and again until the last day."""
    assert engagement.began_on is not None
    began_on = engagement.began_on
    found = {
        Planned(side, Review.Kind.CHECK, began_on + timedelta(days=days))
        for side in (engagement.owner_id, engagement.candidate_id)
        for days in outcome.check_days
    }
    days = evaluations(began_on, last_day(began_on, terms), outcome.evaluated_every)
    return found | {Planned(engagement.owner_id, Review.Kind.EVALUATION, day) for day in days}


def last_day(began_on: date, terms: Agreement) -> date | None:
    """As agreed; `None` where nobody said one."""
    if terms.weeks:
        return began_on + terms.weeks * WEEK - timedelta(days=1)
    return terms.until_on


def evaluations(began_on: date, last: date | None, every: int) -> Iterator[date]:
    if not every or last is None:
        return
    day = began_on + timedelta(days=every)
    while day <= last:
        yield day
        day += timedelta(days=every)
