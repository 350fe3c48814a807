"""What news from engagements and sessions does to reviews.

Each handler looks at how things stand now, so that it is safe to run twice and in any order.
"""

from collections.abc import Sequence

from django.db.models import QuerySet

from ledger.models import Event
from matching.engagements.models import Engagement, Review, Session
from matching.engagements.reviews.actions import ask_both, drop, plan

HEARD = {
    "engagement.confirmed": "matching.engagements.reviews.following.of_confirmed",
    "engagement.noted": "matching.engagements.reviews.following.of_confirmed",
    "engagement.completed": "matching.engagements.reviews.following.of_over",
    "engagement.ended": "matching.engagements.reviews.following.of_over",
    "engagement.lapsed": "matching.engagements.reviews.following.of_over",
    "session.held": "matching.engagements.reviews.following.of_held",
}
State = Engagement.State
GONE = Engagement.Because.GONE


def of_confirmed(events: Sequence[Event]) -> None:
    """It runs, or other terms hold: what is asked follows."""
    for row in _of(events).filter(state=State.RUNNING):
        plan(engagement=row)


def of_over(events: Sequence[Event]) -> None:
    """Nothing that was planned is asked any more, and both say how it was.

    Where one of the two is gone, the other is not asked about them.
    """
    for row in _of(events).filter(state__in=(State.COMPLETED, State.ENDED)):
        drop(engagement=row)
        if row.because != GONE:
            ask_both(engagement=row, kind=Review.Kind.END)


def of_held(events: Sequence[Event]) -> None:
    """Both say how it went, unless one of them is gone."""
    keys = [event.subject_id for event in events if event.subject_id]
    held = Session.objects.filter(pk__in=keys, state=Session.State.HELD)
    for row in held.exclude(engagement__because=GONE).select_related("engagement").order_by("pk"):
        ask_both(engagement=row.engagement, kind=Review.Kind.SESSION, session=row)


def _of(events: Sequence[Event]) -> "QuerySet[Engagement]":
    keys = [event.subject_id for event in events if event.subject_id]
    rows: QuerySet[Engagement] = Engagement.objects.filter(pk__in=keys).order_by("pk")
    return rows
