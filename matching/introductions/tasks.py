"""The clocks are swept by beat: a deadline is a column, never an eta."""

from celery import shared_task
from django.utils import timezone

from matching.introductions import answering
from matching.introductions.actions import expire, remind
from matching.introductions.models import Introduction

MOST_AT_ONCE = 1000


@shared_task
def sweep_introductions() -> tuple[int, int]:
    """Remind whoever is due, end what nobody answered; returns (reminded, expired)."""
    now = timezone.now()
    to_remind = list(Introduction.objects.to_remind(now).order_by("remind_at")[:MOST_AT_ONCE])
    overdue = list(Introduction.objects.overdue(now).order_by("due_at")[:MOST_AT_ONCE])
    reminded = sum(remind(introduction=row, now=now) for row in to_remind)
    return reminded, sum(expire(introduction=row, now=now) for row in overdue)


@shared_task
def measure_answering_again() -> int:
    """What is older than half a year fades without anybody answering; returns how many changed."""
    return answering.measure_everyone()
