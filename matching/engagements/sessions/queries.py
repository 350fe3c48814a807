"""Which sessions and absences there are for whom."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce

from matching.introductions.models import Outage
from profiles.viewer import Viewer

LATELY = timedelta(days=90)
OFTEN = 3
"""So many absences lately are shown to programme staff."""


class SessionQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those of one's own engagements, on either side, and nobody else's."""
        return self.of_profiles(viewer.profile_ids)

    def of_profiles(self, profile_ids: Iterable[int]) -> Self:
        own = sorted(profile_ids)
        return self.filter(Q(engagement__owner__in=own) | Q(engagement__candidate__in=own))

    def with_parties(self, viewer: Viewer) -> Self:
        """Its engagement as `EngagementQuerySet.with_parties` has it."""
        rows = apps.get_model("engagements", "Engagement").objects.with_parties(viewer)
        return self.prefetch_related(Prefetch("engagement", queryset=rows))

    def to_come(self, now: datetime) -> Self:
        """Proposed, or booked and not begun."""
        return self.filter(Q(state="proposed") | Q(state="booked", starts_at__gt=now))

    def behind(self, now: datetime) -> Self:
        """All others that say something: what was replaced by other times does not."""
        begun = Q(state="booked", starts_at__lte=now)
        return self.filter(begun | Q(state__in=("held", "missed", "cancelled")))

    def soonest_first(self) -> Self:
        """What is booked by its time, then what is only proposed."""
        return self.order_by(models.F("starts_at").asc(nulls_last=True), "pk")

    def latest_first(self) -> Self:
        return self.order_by(Coalesce("starts_at", "settled_at").desc(), "-pk")

    def to_remind(self, now: datetime) -> Self:
        return self.filter(state="booked", remind_at__lte=now, starts_at__gt=now)


class AbsenceQuerySet(models.QuerySet[Any]):
    def kept_by_an_outage(self) -> Self:
        """Those for whose governorate one is declared at the session's start, then or since."""
        start = OuterRef("session__starts_at")
        there = Outage.objects.filter(governorates=OuterRef("profile__governorate"))
        begun = there.filter(starts_at__lte=start)
        return self.filter(Exists(begun.filter(Q(ends_at=None) | Q(ends_at__gt=start))))

    def counted(self, now: datetime) -> Self:
        """Of the last 90 days, without those that an outage excused."""
        return self.filter(is_excused=False, session__starts_at__gt=now - LATELY)

    def of_those_often_absent(self, now: datetime) -> Self:
        """Those counted of whoever has at least three."""
        rows = apps.get_model("engagements", "Absence").objects.counted(now).order_by()
        often = rows.values("profile").annotate(number=Count("pk")).filter(number__gte=OFTEN)
        return self.counted(now).filter(profile__in=often.values("profile"))
