"""Which openings there are, for whom, in words that pages, API and engine share."""

from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Prefetch, Q
from django.utils import timezone

from matching.queries.exclusions import openings_never_met
from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows, heading_columns

LINE = (
    *("public_id", "owner", "pairing", "title", "language", "closes_on", "mode", "seniority"),
    *("headcount", "weeks", "usd_min", "usd_max", "hours_month"),
)
"""What a line of a list says of an opening itself."""


def is_open() -> Q:
    """Published, in time, by an owner who is there and was verified."""
    return Q(
        Q(closes_on__isnull=True) | Q(closes_on__gte=timezone.localdate()),
        status="published",
        owner__status="active",
        owner__verified_at__isnull=False,
    )


class OpeningQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(is_open())

    def visible_to(self, viewer: Viewer) -> Self:
        """Open ones of owners who do not exclude the viewer, and everything of one's own.

        Strangers may read an opening whose owner they may not list: `disclose` shows the
        owner under an alias.
        """
        if viewer.is_staff:
            return self
        shown = is_open() & ~openings_never_met(viewer)
        return self.filter(Q(owner__in=sorted(viewer.profile_ids)) | shown)

    def with_owner(self) -> Self:
        return self.select_related("owner", *card_relations("owner__"))

    def for_cards(self) -> Self:
        """With the owner, their card's relations, and the skills that are asked for."""
        return self.with_owner().prefetch_related(self.asked(), *card_rows("owner__"))

    def asked(self) -> "Prefetch[Any]":
        """The skills that openings ask for, with their words."""
        rows = self.model.skills.through.objects.select_related("skill")
        return Prefetch("asked_skills", queryset=rows)

    def for_list(self) -> Self:
        """In one query: what the line of a list says, `asked_ids` for its skills."""
        asked = self.model.skills.through.objects.filter(opening=OuterRef("pk"))
        ids = asked.order_by("-importance", "pk").values("skill")
        rows = self.only(*LINE, *heading_columns("owner__"))
        rows = rows.select_related("owner__identity", "owner__governorate")
        return rows.annotate(asked_ids=ArraySubquery(ids))

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")
