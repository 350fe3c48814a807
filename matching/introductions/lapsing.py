"""What news from below does to live introductions: nobody is kept waiting for whoever is gone.

Each handler looks at how things stand now, so that it is safe to run twice and in any order.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from ledger.models import Event
from matching.introductions.actions import lapse
from matching.introductions.capacity import use_of
from matching.introductions.models import Introduction
from matching.introductions.queries import IntroductionQuerySet
from matching.models import Candidacy, Opening
from matching.queries.exclusions import apart_among

HEARD = {
    "profile.vanished": "matching.introductions.lapsing.of_profiles",
    "profile.paused": "matching.introductions.lapsing.of_profiles",
    "profile.unverified": "matching.introductions.lapsing.of_profiles",
    "profile.saved": "matching.introductions.lapsing.of_profiles",
    "profile.exclusions": "matching.introductions.lapsing.of_profiles",
    "exclusion.added": "matching.introductions.lapsing.of_the_two",
    "opening.saved": "matching.introductions.lapsing.of_openings",
    "candidacy.saved": "matching.introductions.lapsing.of_candidacies",
    "introduction.accepted": "matching.introductions.lapsing.of_full_openings",
}


def of_profiles(events: Sequence[Event]) -> None:
    keys = {event.subject_id for event in events}
    settle(Introduction.objects.filter(Q(asker__in=keys) | Q(asked__in=keys)))


def of_the_two(events: Sequence[Event]) -> None:
    for event in events:
        settle(Introduction.objects.between(event.codes["a"], event.codes["b"]))


def of_openings(events: Sequence[Event]) -> None:
    settle(Introduction.objects.filter(opening__in={event.subject_id for event in events}))


def of_candidacies(events: Sequence[Event]) -> None:
    settle(Introduction.objects.filter(candidacy__in={event.subject_id for event in events}))


def of_full_openings(events: Sequence[Event]) -> None:
    """The last place is taken: whoever still waits for it is told, instead of waiting in vain."""
    keys = {event.codes["opening"] for event in events}
    for opening in Opening.objects.filter(pk__in=keys).order_by("pk"):
        if use_of(opening).leaves_no_place(opening):
            waiting = opening.introductions.filter(state=Introduction.State.WAITING)
            for row in waiting.order_by("pk"):
                lapse(introduction=row, because=Introduction.Because.TAKEN)


def settle(rows: IntroductionQuerySet) -> int:
    """Let lapse what cannot come to anything, or must not; returns how many did."""
    live = list(rows.live().select_related("asker", "asked", "opening__owner", "candidacy"))
    apart = _apart(live)
    over = [row for row in live if row.candidacy_id in apart[row.opening_id] or is_over(row)]
    return sum(lapse(introduction=row) for row in sorted(over, key=lambda row: row.pk))


def is_over(row: Introduction) -> bool:
    """Whether one of the two is gone, or no answer to what waits could lead anywhere.

    What was accepted outlives its opening and the search: whoever was found closes both.
    """
    parties = row.asker, row.asked
    if any(party.is_hidden for party in parties):
        return True
    if row.state != Introduction.State.WAITING:
        return False
    are_there = all(party.is_active and party.is_verified for party in parties)
    is_closed = row.opening.status == Opening.Status.CLOSED
    return not are_there or is_closed or row.candidacy.status == Candidacy.Status.WITHDRAWN


def _apart(live: Sequence[Introduction]) -> dict[int, set[int]]:
    """By opening, the candidacies that it must never meet: one query for each opening."""
    asked: dict[Opening, list[int]] = defaultdict(list)
    for row in live:
        asked[row.opening].append(row.candidacy_id)
    return {opening.pk: apart_among(keys, opening) for opening, keys in asked.items()}
