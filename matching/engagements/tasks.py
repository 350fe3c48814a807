"""The clocks are swept by beat: a deadline is a column, never an eta."""

from celery import shared_task
from django.utils import timezone

from matching.engagements.actions import expire, remind
from matching.engagements.models import Agreement, Referral
from matching.engagements.referrals.actions import expire as expire_referral

MOST_AT_ONCE = 1000


@shared_task
def sweep_engagements() -> tuple[int, int]:
    """Remind whoever is due, drop what nobody answered; returns (reminded, expired)."""
    now = timezone.now()
    waiting = Agreement.objects.filter(state=Agreement.State.WAITING).select_related("engagement")
    overdue = list(waiting.filter(due_at__lte=now).order_by("due_at")[:MOST_AT_ONCE])
    due = waiting.filter(remind_at__lte=now, due_at__gt=now)
    to_remind = list(due.order_by("remind_at")[:MOST_AT_ONCE])
    reminded = sum(remind(agreement=row, now=now) for row in to_remind)
    return reminded, sum(expire(agreement=row, now=now) for row in overdue)


@shared_task
def sweep_referrals() -> int:
    """Recommendations past their last day; returns how many ran out."""
    overdue = Referral.objects.overdue().select_related("engagement").order_by("pk")
    return sum(expire_referral(referral=row) for row in overdue[:MOST_AT_ONCE])
