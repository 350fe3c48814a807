"""What news from below and from here does to live engagements and to other talks.

Each handler looks at how things stand now, so that it is safe to run twice and in any order.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from ledger.models import Event
from matching.engagements import actions, clock
from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.registry import outcome_of
from matching.introductions import capacity, outages
from matching.introductions.actions import lapse
from matching.introductions.models import Introduction
from matching.introductions.queries import IntroductionQuerySet

HEARD = {
    "engagement.confirmed": "matching.engagements.closing.of_confirmed",
    "engagement.noted": "matching.engagements.closing.of_confirmed",
    "introduction.ended": "matching.engagements.closing.of_introductions",
    "introduction.lapsed": "matching.engagements.closing.of_introductions",
    "outage.declared": "matching.engagements.closing.of_outages",
    "outage.ended": "matching.engagements.closing.of_outages",
}
Because = Introduction.Because


def of_confirmed(events: Sequence[Event]) -> None:
    """What its beginning made impossible is closed, and those who wait there are told."""
    began = [event for event in events if event.codes["kind"] == Agreement.Kind.BEGIN]
    keys = [event.subject_id for event in began if event.subject_id]
    running = Engagement.objects.filter(pk__in=keys, state=Engagement.State.RUNNING)
    for row in running.select_related("introduction__opening").order_by("pk"):
        for other, because in _impossible(row):
            lapse(introduction=other, because=because)


def _impossible(row: Engagement) -> list[tuple[Introduction, Because]]:
    """Talks about a place that is gone, and talks of whoever looks for none any more."""
    outcome, opening = outcome_of(row.pairing), row.introduction.opening
    found: list[tuple[Introduction, Because]] = []
    if outcome.closes_opening and capacity.use_of(opening).leaves_no_place(opening):
        here = Introduction.objects.filter(opening=opening)
        found += [(other, Because.TAKEN) for other in _open(here)]
    if outcome.is_exclusive:
        theirs = Introduction.objects.filter(
            candidacy__profile=row.candidate_id, opening__pairing=row.pairing
        )
        found += [(other, Because.UNAVAILABLE) for other in _open(theirs)]
    return sorted(found, key=lambda each: each[0].pk)


def _open(rows: IntroductionQuerySet) -> IntroductionQuerySet:
    """Live, and nothing came of it yet."""
    takes_a_place = Q(state=Introduction.State.ACCEPTED) & ~Q(takes=Introduction.Takes.TALK)
    return rows.live().exclude(takes_a_place)


def of_introductions(events: Sequence[Event]) -> None:
    """Where the two are not introduced any more, nothing of theirs runs."""
    keys = {event.subject_id for event in events}
    over = Engagement.objects.live().filter(introduction__in=keys)
    for row in over.exclude(introduction__state=Introduction.State.ACCEPTED).order_by("pk"):
        actions.lapse(engagement=row)


@transaction.atomic
def of_outages(events: Sequence[Event]) -> None:
    """One began or ended: each statement that waits is due anew."""
    both = ("engagement__owner", "engagement__candidate")
    outages.set_clocks(Agreement.objects.waiting().select_related(*both), clock.start)
