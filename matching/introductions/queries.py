"""Which introductions there are for whom."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows


class IntroductionQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Asked and not answered, or accepted and not ended."""
        return self.filter(state__in=("waiting", "accepted"))

    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, on either side, and nobody else's: a message is between two.

        Whoever asked somebody who is gone still reads that it came to nothing.
        """
        own = sorted(viewer.profile_ids)
        return self.filter(Q(asker__in=own) | Q(asked__in=own))

    def of_side(self, side: str, profile_ids: frozenset[int]) -> Self:
        """side: "asked" for what was received, "asker" for what was sent."""
        return self.filter(**{f"{side}__in": sorted(profile_ids)})

    def between(self, one_id: int, other_id: int) -> Self:
        """Of these two profiles, whoever asked."""
        both = (one_id, other_id)
        return self.filter(asker__in=both, asked__in=both)

    def overdue(self, now: datetime) -> Self:
        return self.filter(state="waiting", due_at__lte=now)

    def to_remind(self, now: datetime) -> Self:
        return self.filter(state="waiting", remind_at__lte=now, due_at__gt=now)

    def for_cards(self) -> Self:
        """Everything that `disclose` reads of both parties, and both rows of the pair."""
        relations = ("opening", "candidacy", "asker", "asked")
        return self.select_related(
            *relations, *card_relations("asker__"), *card_relations("asked__")
        ).prefetch_related(*card_rows("asker__"), *card_rows("asked__"))
