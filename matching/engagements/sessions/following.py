"""What news from below does to sessions.

Each handler looks at how things stand now, so that it is safe to run twice and in any order.
"""

from collections.abc import Sequence

from django.utils import timezone

from ledger.models import Event
from matching.engagements.models import Absence, Engagement, Session
from matching.engagements.sessions.actions import excuse, lapse

HEARD = {
    "engagement.completed": "matching.engagements.sessions.following.of_engagements",
    "engagement.ended": "matching.engagements.sessions.following.of_engagements",
    "engagement.lapsed": "matching.engagements.sessions.following.of_engagements",
    "outage.declared": "matching.engagements.sessions.following.of_outages",
}


def of_engagements(events: Sequence[Event]) -> None:
    """What was to come of an engagement that is over does not take place."""
    keys = {event.subject_id for event in events}
    rows = Session.objects.filter(engagement__in=keys, state__in=Session.OPEN)
    now = timezone.now()
    for row in rows.exclude(engagement__state=Engagement.State.RUNNING).order_by("pk"):
        lapse(session=row, now=now)


def of_outages(events: Sequence[Event]) -> None:
    """Whoever missed a session in it, as is known only now, is excused."""
    places = {place for event in events for place in event.codes["governorates"]}
    missed = Absence.objects.filter(is_excused=False, profile__governorate__in=places)
    for row in missed.kept_by_an_outage().order_by("pk"):
        excuse(absence=row)
