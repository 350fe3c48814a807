"""Reviews are asked for by beat: their day is a column, never an eta."""

from celery import shared_task
from django.utils import timezone

from matching.engagements.models import Review
from matching.engagements.reviews.actions import ask

MOST_AT_ONCE = 1000


@shared_task
def sweep_reviews() -> int:
    """Ask for those whose day has come; returns how many."""
    due = Review.objects.due(timezone.localdate()).filter(engagement__state="running")
    return sum(ask(review=row) for row in due.order_by("due_on")[:MOST_AT_ONCE])
