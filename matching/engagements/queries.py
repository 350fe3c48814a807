"""Which engagements there are for whom, and which statements wait."""

from datetime import datetime
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, When

from profiles.viewer import Viewer
from profiles.visibility import card_relations


class EngagementQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Stated and not answered, or running."""
        return self.filter(state__in=("stated", "running"))

    def confirmed(self) -> Self:
        """Both sides said so, whether it runs or is over."""
        return self.filter(state__in=("running", "completed", "ended"))

    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, on either side, and nobody else's."""
        return self.of_profiles(viewer.profile_ids)

    def of_profiles(self, profile_ids: frozenset[int]) -> Self:
        own = sorted(profile_ids)
        return self.filter(Q(owner__in=own) | Q(candidate__in=own))

    def with_parties(self, viewer: Viewer) -> Self:
        """The introduction with its pair, and both parties, each with whether one may know of it.

        Who excluded the other since, or hides, is not described to them any more.
        """
        seen = apps.get_model("profiles", "Profile").objects.visible_to(viewer)
        return self.select_related(
            "introduction__opening",
            "introduction__candidacy",
            *("owner", *card_relations("owner__")),
            *("candidate", *card_relations("candidate__")),
        ).annotate(
            owner_is_seen=Exists(seen.filter(pk=OuterRef("owner"))),
            candidate_is_seen=Exists(seen.filter(pk=OuterRef("candidate"))),
        )

    def with_agreements(self) -> Self:
        """All of them, the oldest first."""
        rows = apps.get_model("engagements", "Agreement")._default_manager.order_by("pk")
        return self.prefetch_related(Prefetch("agreements", queryset=rows))

    def live_first(self) -> Self:
        """What waits to be confirmed; what runs; then the rest, the newest first."""
        rank = Case(When(state="stated", then=0), When(state="running", then=1), default=2)
        return self.order_by(rank, "-stated_at", "-pk")


class AgreementQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """Stated, and the other side has said nothing to it yet."""
        return self.filter(state="waiting")

    def overdue(self, now: datetime) -> Self:
        return self.waiting().filter(due_at__lte=now)

    def to_remind(self, now: datetime) -> Self:
        return self.waiting().filter(remind_at__lte=now, due_at__gt=now)
