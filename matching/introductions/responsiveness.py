"""How somebody usually answers: from what was asked of them lately, never from a single case."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions.clock import Pause, elapsed
from matching.introductions.models import Introduction, Outage
from profiles.models import Profile

LATELY = timedelta(days=180)
AT_LEAST = 3
DAY = timedelta(days=1)
Told = dict[str, Any]
"""An `Asked` as the database tells it: its moments as text."""


class Asked(NamedTuple):
    """One request that ran its course; answered_at is `None` where no answer came in time."""

    asked_at: datetime
    answered_at: datetime | None
    pauses: list[Pause]


@dataclass(frozen=True, slots=True)
class Responsiveness:
    """asked: how many requests ran their course, of which `answered` had an answer

    usually: the median time that the clock ran until an answer; `None` where none came
    """

    asked: int
    answered: int
    usually: timedelta | None

    @property
    def code(self) -> Profile.Answering:
        """How they answer in all: the share caps it, then the time ranks it.

        Fewer than half answered is seldom; fewer than three quarters, or usually after two days
        or more, is slowly; within two days is a few days.
        """
        if self.usually is None or 2 * self.answered < self.asked:
            return Profile.Answering.SELDOM
        if 4 * self.answered < 3 * self.asked or self.usually > 2 * DAY:
            return Profile.Answering.SLOWLY
        if self.usually > DAY:
            return Profile.Answering.FEW_DAYS
        return Profile.Answering.WITHIN_A_DAY

    @property
    def words(self) -> tuple[str, ...]:
        """Two short phrases for a page, or one where nobody was answered."""
        share = _("answers %(answered)d of %(asked)d requests") % {
            "answered": self.answered,
            "asked": self.asked,
        }
        return (*([_usually(self.usually)] if self.usually is not None else []), share)


def _usually(time: timedelta) -> str:
    days = max(-(-time // DAY), 1)
    return ngettext("usually answers within a day", "usually answers in %(count)d days", days) % {
        "count": days
    }


def responsiveness_of(profile_ids: Iterable[int]) -> dict[int, Responsiveness]:
    """By profile, in one query; whoever was asked fewer than three times is not in it."""
    found: dict[int, list[Told]] = defaultdict(list)
    rows = _lately().filter(asked__in=set(profile_ids))
    for profile_id, told in rows.values_list("asked_id", "told"):
        found[profile_id].append(told)
    measured = {key: measured_of(rows) for key, rows in found.items()}
    return {key: each for key, each in measured.items() if each is not None}


def asked_lately(of: OuterRef) -> ArraySubquery:
    """What `measured_of` reads, to ride on the query of the profile itself."""
    return ArraySubquery(_lately().filter(asked=of).values_list("told"))


def measured_of(told: Sequence[Told]) -> Responsiveness | None:
    """`None` for whoever was asked fewer than three times."""
    return _measured([_asked(each) for each in told]) if len(told) >= AT_LEAST else None


def _lately() -> "QuerySet[Any]":
    """Requests that ran their course, each as `told`.

    What was withdrawn or lapsed says nothing about whoever was asked.
    """
    answered = Q(answered_at__isnull=False) | Q(state=Introduction.State.EXPIRED)
    rows = Introduction.objects.requested().filter(answered, asked_at__gte=timezone.now() - LATELY)
    cuts = Outage.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=OuterRef("asked_at")),
        governorates=OuterRef("asked__governorate"),
        starts_at__lt=OuterRef("answered_at"),
    ).values(cut=JSONObject(starts="starts_at", ends="ends_at"))
    told = JSONObject(asked_at="asked_at", answered_at="answered_at", cuts=ArraySubquery(cuts))
    found: QuerySet[Any] = rows.annotate(told=told)
    return found


def _asked(told: Told) -> Asked:
    asked_at = _moment(told["asked_at"])
    assert asked_at is not None
    return Asked(asked_at, _moment(told["answered_at"]), [_pause(cut) for cut in told["cuts"]])


def _pause(cut: dict[str, str | None]) -> Pause:
    starts = _moment(cut["starts"])
    assert starts is not None
    return starts, _moment(cut["ends"])


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _measured(rows: list[Asked]) -> Responsiveness:
    times = [
        elapsed(row.asked_at, row.answered_at, row.pauses).total_seconds()
        for row in rows
        if row.answered_at is not None
    ]
    usually = timedelta(seconds=median(times)) if times else None
    return Responsiveness(len(rows), len(times), usually)
