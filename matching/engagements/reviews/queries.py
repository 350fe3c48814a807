"""Which reviews there are for whom."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from profiles.viewer import Viewer


class ReviewQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Viewer) -> Self:
        """What one's own profiles were asked for, and evaluations of one's own engagements.

        What a private one says is read by its author alone, which its page sees to.
        """
        own, written = sorted(viewer.profile_ids), sorted(viewer.written_ids)
        ours = Q(by__in=written, asked_at__isnull=False)
        party = Q(engagement__owner__in=own) | Q(engagement__candidate__in=own)
        return self.filter(ours | Q(party, kind="evaluation", given_at__isnull=False))

    def with_parties(self, viewer: Viewer) -> Self:
        """Its engagement as `EngagementQuerySet.with_parties` has it, and its session."""
        rows = apps.get_model("engagements", "Engagement").objects.with_parties(viewer)
        return self.select_related("session").prefetch_related(Prefetch("engagement", rows))

    def due(self, today: date) -> Self:
        """Planned for a day that has come, and not asked for yet."""
        return self.filter(asked_at__isnull=True, due_on__lte=today)
