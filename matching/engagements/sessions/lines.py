"""Sessions as lines of a list, and the part of an engagement's page that is about them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Engagement, Session
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.parties import parties_of
from matching.engagements.sessions.clocks import their_zone
from matching.engagements.sessions.saying import facts_of, short_of, when_of
from profiles.viewer import Viewer

LATEST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """when: on both clocks; facts: how long and how; mark, word: as in components/state.html

    who: with whom, "" where the page says it already
    """

    url: str
    when: str
    facts: list[str]
    mark: str
    word: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Sessions:
    """propose_url: "" for whoever only reads, or where it does not run"""

    coming: list[Line]
    past: list[Line]
    propose_url: str


def sessions_of(engagement: Engagement, own_id: int, viewer: Viewer) -> Sessions | None:
    """Of a row `with_parties`, in one query; `None` where the two book no sessions."""
    if not outcome_of(engagement.pairing).has_sessions:
        return None
    parties, now = parties_of(engagement, viewer), timezone.now()
    zone = their_zone(parties, viewer)
    found = Session.objects.filter(engagement=engagement).exclude(state="superseded")
    rows = list(found.soonest_first())
    coming = [row for row in rows if row.is_open and not row.has_begun(now)]
    past = [row for row in rows if row not in coming]
    may_propose = engagement.is_running and viewer.writes_for(own_id)
    return Sessions(
        coming=[line_of(row, zone) for row in coming],
        past=[line_of(row, zone) for row in sorted(past, key=_latest, reverse=True)[:LATEST]],
        propose_url=reverse("propose-session", args=[engagement.public_id]) if may_propose else "",
    )


def _latest(row: Session) -> tuple[object, int]:
    return row.starts_at or row.settled_at, row.pk


def line_of(row: Session, zone: str, who: str = "") -> Line:
    mark, word = short_of(row)
    return Line(
        url=reverse("session", args=[row.public_id]),
        when=when_of(row, zone),
        facts=facts_of(row),
        mark=mark,
        word=word,
        who=who,
    )
