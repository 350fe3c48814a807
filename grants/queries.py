"""Which version of a programme's rules is read, and which kept checks there are for whom."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q


class RuleSetQuerySet(models.QuerySet[Any]):
    def newest(self) -> Self:
        """One of each programme."""
        return self.order_by("programme_id", "-version").distinct("programme_id")

    def with_programme(self) -> Self:
        """With its window, and not the whole document."""
        return self.select_related("programme").defer("document")


class CheckQuerySet(models.QuerySet[Any]):
    def of(self, user_id: int | None, held: Iterable[str]) -> Self:
        """Of this account, or held by public id in its session; what is forgotten is gone."""
        own = Q(public_id__in=list(held))
        own |= Q(user=user_id) if user_id is not None else Q()
        return self.filter(own, forgotten_at=None)

    def with_version(self) -> Self:
        """With the version that made them, and not its whole document."""
        related = self.select_related("rule_set__programme")
        return related.defer("rule_set__document")
