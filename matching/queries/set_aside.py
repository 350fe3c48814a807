"""Whom somebody set aside a little while ago, and may still take back."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from matching.models import Exclusion
from profiles.viewer import Viewer

UNDO = timedelta(hours=24)


def lately_set_aside(viewer: Viewer) -> "models.QuerySet[Exclusion, Any]":
    """The viewer's own "not for me" of the last day, the newest first."""
    return Exclusion.objects.filter(
        a__in=sorted(viewer.profile_ids),
        reason=Exclusion.Reason.NOT_FOR_ME,
        created_at__gte=timezone.now() - UNDO,
    ).order_by("-created_at", "-pk")
