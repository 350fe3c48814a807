"""Which saved searches are to be looked at now: in their reader's morning, once a day or week."""

from datetime import datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q

MORNING = range(7, 10)
"""Local hours in which mail is sent; beat comes by every hour, and may miss one."""
WEEK = timedelta(days=6)
"""Counted back from the midnight before, so that a week after a Monday is a Monday."""


class SavedSearchQuerySet(models.QuerySet[Any]):
    def due(self, now: datetime) -> Self:
        """Those whose reader has morning now, and that were not looked at today, or this week.

        Without mail too: their news stand on the reader's own pages.
        """
        waiting = self.filter(user__is_active=True)
        zones = waiting.order_by().values_list("user__time_zone", flat=True).distinct()
        due = Q(pk__in=[])
        for zone in list(zones):
            local = now.astimezone(ZoneInfo(zone))
            if local.hour in MORNING:
                due |= Q(user__time_zone=zone) & _not_told_since(_midnight(local))
        return waiting.filter(due)


def _midnight(local: datetime) -> datetime:
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _not_told_since(midnight: datetime) -> Q:
    weekly = Q(alerts="weekly", told_until__lt=midnight - WEEK)
    return weekly | Q(alerts__in=["daily", "never"], told_until__lt=midnight)
