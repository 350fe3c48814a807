"""Staff declare outages; the clocks of whoever is there stand still, and say so."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ledger.actions import record
from matching.introductions import clock
from matching.introductions.models import Introduction, Outage
from profiles.models import Governorate, Profile

OUTAGE_DECLARED = "outage.declared"
OUTAGE_ENDED = "outage.ended"


@transaction.atomic
def declare(
    *,
    what: str,
    governorates: Iterable[Governorate],
    starts_at: datetime,
    ends_at: datetime | None = None,
    by_id: int | None,
) -> Outage:
    """From `starts_at` the clocks of the governorates stand still; each waiting one is set anew."""
    outage = Outage.objects.create(
        what=Outage.What(what), starts_at=starts_at, ends_at=ends_at, declared_by_id=by_id
    )
    outage.governorates.set(governorates)
    return _follow(outage, OUTAGE_DECLARED, by_id)


@transaction.atomic
def change(*, outage: Outage, by_id: int | None) -> Outage:
    """Its times or places were changed, in the admin: the clocks follow."""
    outage.save()
    return _follow(outage, OUTAGE_DECLARED, by_id)


@transaction.atomic
def end(*, outage: Outage, by_id: int | None) -> Outage:
    """It is over now; an outage that has ended stays as it is."""
    now = timezone.now()
    if outage.ends_at is None or outage.ends_at > now:
        outage.ends_at = max(now, outage.starts_at)
        outage.save(update_fields=["ends_at"])
        _follow(outage, OUTAGE_ENDED, by_id)
    return outage


def _follow(outage: Outage, verb: str, by_id: int | None) -> Outage:
    there = sorted(outage.governorates.values_list("pk", flat=True))
    record(verb=verb, subject=outage, actor_id=by_id, codes={"governorates": there})
    waiting = Introduction.objects.filter(state="waiting")
    set_clocks(waiting.select_related("asked"), set_clock)
    return outage


def pauses_of(profile: Profile, since: datetime) -> list[clock.Pause]:
    """When the clock of somebody who is asked stood still, from `since` on."""
    if profile.governorate_id is None:
        return []
    rows = Outage.objects.filter(governorates=profile.governorate_id).exclude(ends_at__lte=since)
    return list(rows.values_list("starts_at", "ends_at"))


def set_clock(introduction: Introduction) -> None:
    """Say on the row (not saved) when its answer and its next reminder are due."""
    pauses = pauses_of(introduction.asked, introduction.asked_at)
    start = introduction.asked_at
    introduction.due_at = clock.due(start, clock.ANSWER, pauses)
    introduction.remind_at = clock.next_reminder(start, introduction.reminders, pauses)


def set_clocks(waiting: "QuerySet[Any]", start: Callable[[Any], None]) -> None:
    """Rows that wait are due anew, each locked while `start` says when on it (not saved)."""
    changed = []
    for row in waiting.select_for_update(of=("self",)).order_by("pk"):
        before = row.due_at, row.remind_at
        start(row)
        if before != (row.due_at, row.remind_at):
            changed.append(row)
    waiting.model._default_manager.bulk_update(changed, ["due_at", "remind_at"])
