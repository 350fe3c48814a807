"""One letter a morning about what has not been read and was not mailed yet."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ledger.models import Notification, NotificationQuerySet
from profiles.letters.choosing import told_daily
from profiles.letters.writing import write_letter
from profiles.models import User

SUBJECT = _("News in Silah")
SEVEN = 7
MORNING = range(SEVEN, 10)
"""Local hours in which the letter goes out; beat comes by several times, and may miss some."""
FRESH = timedelta(days=7)
"""What is older is on the page, and no news any more."""


def due_users(now: datetime) -> list[int]:
    """Keys of the accounts that have morning now and something to be told."""
    rows = _waiting(now)
    zones = rows.order_by().values_list("user__time_zone", flat=True).distinct()
    due = Q(pk__in=[])
    for zone in list(zones):
        seven = _seven_today(now, zone)
        if seven is not None:
            due |= Q(user__time_zone=zone, created_at__lt=seven)
    return sorted(set(rows.filter(due).values_list("user", flat=True)))


@transaction.atomic
def send_digest(user_id: int, now: datetime) -> int:
    """Write the letter of one account, if it is still due; returns how many lines it has.

    The account is locked and its rows are looked at again: of two workers the second finds
    nothing to tell. What comes after seven waits for the next morning, so it is one a day.
    """
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    seven = _seven_today(now, user.time_zone)
    if seven is None:
        return 0
    rows = _waiting(now).of(user_id).filter(created_at__lt=seven).newest_first()
    return write_letter(user, list(rows), SUBJECT)


def _waiting(now: datetime) -> NotificationQuerySet:
    """What is unread, not mailed, fresh, and wanted once a day by an open account."""
    wanted = Q(pk__in=[])
    for notices in User.Notices.values:
        wanted |= Q(user__notices=notices, kind__in=sorted(told_daily(notices)))
    rows = Notification.objects.unread().filter(mailed_at__isnull=True)
    return rows.filter(wanted, user__is_active=True, created_at__gt=now - FRESH)


def _seven_today(now: datetime, zone: str) -> datetime | None:
    """Seven o'clock of this morning where it is morning now, else `None`."""
    local = now.astimezone(ZoneInfo(zone))
    if local.hour not in MORNING:
        return None
    return local.replace(hour=SEVEN, minute=0, second=0, microsecond=0)
