"""Reminders are swept by beat: when one is due is a column, never an eta."""

from celery import shared_task
from django.utils import timezone

from matching.engagements.models import Session
from matching.engagements.sessions.actions import remind

MOST_AT_ONCE = 1000


@shared_task
def sweep_sessions() -> int:
    """Remind both of what is booked within a day; returns of how many sessions."""
    now = timezone.now()
    due = list(Session.objects.to_remind(now).order_by("remind_at")[:MOST_AT_ONCE])
    return sum(remind(session=row, now=now) for row in due)
