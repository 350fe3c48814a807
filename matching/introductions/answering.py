"""How a profile answers requests, kept as a code on it, so that it counts in its matches.

Each handler measures how things stand now, so that it is safe to run twice and in any order.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ledger.models import Event
from matching.introductions.models import Introduction
from matching.introductions.responsiveness import LATELY, responsiveness_of
from profiles.actions import set_answering
from profiles.models import Profile

BATCH = 500
HEARD = {
    "introduction.accepted": "matching.introductions.answering.of_requests",
    "introduction.declined": "matching.introductions.answering.of_requests",
    "introduction.expired": "matching.introductions.answering.of_requests",
}


def of_requests(events: Sequence[Event]) -> None:
    measure({event.codes["asked"] for event in events})


@transaction.atomic
def measure(profile_ids: Iterable[int]) -> int:
    """Bring the codes of these profiles up to date; returns how many changed.

    The profiles are held before their requests are read: a newer measurement is never undone.
    """
    rows = Profile.objects.select_for_update(no_key=True).filter(pk__in=set(profile_ids))
    profiles = list(rows.only("answers").order_by("pk"))
    found = responsiveness_of(profile.pk for profile in profiles)
    codes = {key: each.code.value for key, each in found.items()}
    return sum(set_answering(profile=row, answers=codes.get(row.pk)) for row in profiles)


def measure_everyone() -> int:
    """Measure again whoever has a code or was asked lately, so that what is long past fades."""
    changed = last = 0
    while batch := list(_measurable().filter(pk__gt=last)[:BATCH]):
        changed += measure(batch)
        last = batch[-1]
    return changed


def _measurable() -> "QuerySet[Profile, int]":
    lately = Introduction.objects.requested().filter(asked_at__gte=timezone.now() - LATELY)
    rows = Profile.objects.filter(Q(answers__isnull=False) | Q(pk__in=lately.values("asked")))
    return rows.order_by("pk").values_list("pk", flat=True)
