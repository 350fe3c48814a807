"""Which rounds there are for whom: one's own, and nobody else's."""

from typing import Any, Self

from django.db import models


class PastInvestmentQuerySet(models.QuerySet[Any]):
    def of(self, profile_id: int) -> Self:
        """What an investor has in the record, the newest round first."""
        return self.standing().filter(profile=profile_id).order_by("-year", "-pk")

    def standing(self) -> Self:
        """Without those that were removed."""
        return self.filter(is_struck=False)
