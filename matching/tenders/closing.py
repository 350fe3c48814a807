"""What news from below does to live answers: no firm waits for a tender that nothing can come of.

Each handler looks at how things stand now, so that it is safe to run twice and in any order.
"""

from collections.abc import Sequence

from django.db.models import Q

from ledger.models import Event
from matching.introductions import lapsing
from matching.models import Candidacy, Opening
from matching.queries.exclusions import apart_among
from matching.tenders import places
from matching.tenders.actions import close
from matching.tenders.models import Answer
from matching.tenders.queries import FIRM, OWNER, AnswerQuerySet

HEARD = {
    "profile.vanished": "matching.tenders.closing.of_profiles",
    "profile.paused": "matching.tenders.closing.of_profiles",
    "profile.unverified": "matching.tenders.closing.of_profiles",
    "profile.saved": "matching.tenders.closing.of_profiles",
    "profile.exclusions": "matching.tenders.closing.of_profiles",
    "exclusion.added": "matching.tenders.closing.of_the_two",
    "opening.saved": "matching.tenders.closing.of_openings",
    "candidacy.saved": "matching.tenders.closing.of_candidacies",
    "answer.awarded": "matching.tenders.closing.of_tenders",
    "introduction.ended": "matching.tenders.closing.of_introductions",
    "introduction.lapsed": "matching.tenders.closing.of_introductions",
}


def of_profiles(events: Sequence[Event]) -> None:
    keys = {event.subject_id for event in events}
    settle(Answer.objects.filter(Q(**{f"{FIRM}__in": keys}) | Q(**{f"{OWNER}__in": keys})))


def of_the_two(events: Sequence[Event]) -> None:
    for event in events:
        both = event.codes["a"], event.codes["b"]
        settle(Answer.objects.filter(**{f"{FIRM}__in": both, f"{OWNER}__in": both}))


def of_openings(events: Sequence[Event]) -> None:
    settle(Answer.objects.filter(opening__in={event.subject_id for event in events}))


def of_candidacies(events: Sequence[Event]) -> None:
    settle(Answer.objects.filter(candidacy__in={event.subject_id for event in events}))


def of_tenders(events: Sequence[Event]) -> None:
    """The last place is awarded: the others are told, instead of waiting in vain."""
    settle(Answer.objects.filter(opening__in={event.codes["opening"] for event in events}))
    lapsing.of_full_openings(events)


def of_introductions(events: Sequence[Event]) -> None:
    settle(Answer.objects.filter(introduction__in={event.subject_id for event in events}))


def settle(rows: AnswerQuerySet) -> int:
    """Close what cannot come to anything, or must not; returns how many were closed."""
    live = rows.live().select_related(OWNER, FIRM, "introduction").order_by("pk")
    by_opening: dict[Opening, list[Answer]] = {}
    for row in live:
        by_opening.setdefault(row.opening, []).append(row)
    return sum(_settled(opening, answers) for opening, answers in by_opening.items())


def _settled(opening: Opening, answers: Sequence[Answer]) -> int:
    apart = apart_among([row.candidacy_id for row in answers], opening)
    is_taken = places.left(opening) < 1
    closed = 0
    for row in answers:
        must_part = row.candidacy_id in apart or row.firm.is_hidden or row.owner.is_hidden
        if row.state == Answer.State.AWARDED:
            closed += not _runs(row) and close(answer=row, must_part=must_part)
        elif must_part or _is_gone(row):
            closed += close(answer=row, must_part=must_part)
        elif opening.status == Opening.Status.CLOSED:
            closed += close(answer=row, because=Answer.Because.SHUT)
        elif is_taken:
            closed += close(answer=row, because=Answer.Because.TAKEN)
    return closed


def _runs(row: Answer) -> bool:
    """What was awarded lasts as long as its introduction, which ends by rules of its own."""
    return row.introduction is not None and row.introduction.is_live


def _is_gone(row: Answer) -> bool:
    """Whether one of the two takes no part at present, so that nothing can come of it."""
    are_there = all(party.is_active and party.is_verified for party in (row.firm, row.owner))
    return not are_there or row.candidacy.status == Candidacy.Status.WITHDRAWN
