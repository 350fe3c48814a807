"""Which openings there are, for whom, in words that pages, API and engine share."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from matching.queries.exclusions import apart_from
from profiles.browsing.skills import skill_names
from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows


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
        shown = is_open() & ~apart_from(viewer, "owner")
        return self.filter(Q(owner__in=sorted(viewer.profile_ids)) | shown)

    def for_cards(self) -> Self:
        """With the owner, their card's relations, and the skills that are asked for."""
        return self.select_related("owner", *card_relations("owner__")).prefetch_related(
            "asked_skills__skill", *card_rows("owner__")
        )

    def for_list(self) -> Self:
        """What `disclosure.heading` reads of the owner; `asked_labels` has the skills."""
        rows = self.defer("folded", "description", "terms", "owner__folded", "owner__about")
        return rows.select_related("owner__identity", "owner__governorate")

    def asked_labels(self, keys: list[int]) -> dict[int, list[str]]:
        """Labels of the skills that these openings ask for, what matters most first."""
        asked = self.model.skills.through.objects.filter(opening__in=keys)
        labels: dict[int, list[str]] = {}
        for key, skill in asked.order_by("-importance", "pk").values_list("opening", "skill"):
            labels.setdefault(key, []).append(skill_names.skill(skill).label)
        return labels
