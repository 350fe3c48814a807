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
    rows = Agreement.objects.select_related("engagement")
    overdue = list(rows.overdue(now).order_by("due_at")[:MOST_AT_ONCE])
    to_remind = list(rows.to_remind(now).order_by("remind_at")[:MOST_AT_ONCE])
    reminded = sum(remind(agreement=row, now=now) for row in to_remind)
    return reminded, sum(expire(agreement=row, now=now) for row in overdue)


@shared_task
def sweep_referrals() -> int:
    """Recommendations past their last day; returns how many ran out."""
    overdue = Referral.objects.overdue().select_related("engagement").order_by("pk")
    return sum(expire_referral(referral=row) for row in overdue[:MOST_AT_ONCE])
