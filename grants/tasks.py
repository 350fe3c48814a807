"""What a visit left behind is forgotten once the visit cannot come back to it."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from grants.actions import forget_left_behind


@shared_task
def sweep_checks() -> int:
    """A session's checks go with the session; returns how many were forgotten."""
    ended = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return forget_left_behind(before=ended)
