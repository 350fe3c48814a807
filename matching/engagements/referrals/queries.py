"""Which recommendations stand, and which may be read."""

from typing import Any, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.utils import timezone

from profiles.exclusions import never_met_by
from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows

CLIENT, FIRM = "engagement__owner", "engagement__candidate"


class ReferralQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Neither stopped nor past its last day."""
        return self.filter(state="live", until__gte=timezone.localdate())

    def overdue(self) -> Self:
        return self.filter(state="live", until__lt=timezone.localdate())

    def of_client(self, profile_id: int) -> Self:
        return self.filter(**{CLIENT: profile_id})

    def readable_by(self, viewer: Viewer) -> Self:
        """Live ones of a client and a firm who are both there, and whom the reader may meet.

        Whoever excludes their own country or sector still reads what is their own.

        To hold the link is enough, so that no row of it is in a list.
        """
        there = {
            f"{party}__{column}": value
            for party in (CLIENT, FIRM)
            for column, value in (("status", "active"), ("verified_at__isnull", False))
        }
        own, apart = sorted(viewer.profile_ids), Q(pk__in=[])
        for party in (CLIENT, FIRM):
            apart |= never_met_by(viewer, party) & ~Q(**{f"{party}__in": own})
        return self.live().filter(**there).exclude(apart)

    def with_all(self) -> Self:
        """Both parties, and `heads`: how many people worked there, from first terms to last."""
        agreements = apps.get_model("engagements", "Agreement")._default_manager.filter(
            engagement=OuterRef("engagement"), state="confirmed", headcount__isnull=False
        )
        rows = self.select_related(
            "engagement",
            *(CLIENT, *card_relations(f"{CLIENT}__")),
            *(FIRM, *card_relations(f"{FIRM}__")),
        ).prefetch_related(*card_rows(f"{FIRM}__"))
        return rows.annotate(heads=ArraySubquery(agreements.order_by("pk").values("headcount")))
