"""Hours of the week in UTC move when a zone's clock does; letters go out in the morning."""

from celery import shared_task
from django.utils import timezone

from profiles.actions import derive_hours
from profiles.letters import digest
from profiles.models import Profile


@shared_task
def derive_hours_again() -> int:
    """Derive every profile's UTC hours for now; returns how many changed."""
    now, changed = timezone.now(), []
    rows = Profile.objects.filter(week__isnull=False).only(
        "week", "time_zone", "utc_hours", "utc_days"
    )
    for profile in rows.iterator(chunk_size=2000):
        before = (profile.utc_hours, profile.utc_days)
        derive_hours(profile, at=now)
        if before != (profile.utc_hours, profile.utc_days):
            changed.append(profile)
    Profile.objects.bulk_update(changed, ["utc_hours", "utc_days"], batch_size=2000)
    return len(changed)


@shared_task
def hand_out_digests() -> int:
    """Hand out the letters of the accounts that have morning now; returns how many."""
    due = digest.due_users(timezone.now())
    for user_id in due:
        send_digest.delay(user_id)
    return len(due)


@shared_task
def send_digest(user_id: int) -> int:
    """Mail what waits for one account; run twice, it tells nothing twice."""
    return digest.send_digest(user_id, timezone.now())
