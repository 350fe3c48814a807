"""Notifications written and read; `unread_notices` of each account always says how many wait.

Whoever changes a reader's rows holds the reader's account first, and then counts them anew: the
number is exact, whoever else tells or reads at the same time.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ledger import notices
from ledger.models import Event, Notification, NotificationQuerySet


@transaction.atomic
def tell(events: Sequence[Event]) -> None:
    """The handler of every verb that is told: one row an account and event, however often it runs.

    Rows and mail are written in the transaction that marks the events as delivered.
    """
    recipients = notices.recipients_of(events)
    users = _hold({user for told in recipients.values() for user in told})
    fresh = _write(events, recipients, users)
    if fresh:
        _count({row.user_id for row in fresh})
        notices.hand_to_mailers(fresh)


def _write(
    events: Sequence[Event], recipients: dict[int, set[int]], users: set[int]
) -> list[Notification]:
    known = set(
        Notification.objects.filter(event__in=list(recipients)).values_list("user", "event")
    )
    rows = [
        Notification(user_id=user, event=event, kind=event.verb)
        for event in events
        for user in sorted(recipients.get(event.pk, set()) & users)
        if (user, event.pk) not in known
    ]
    return Notification.objects.bulk_create(rows)


@transaction.atomic
def mark_read(*, user_id: int, keys: Iterable[int]) -> int:
    """The reader has seen these; returns how many were unread. Another's are left alone."""
    return _read(user_id, Notification.objects.filter(pk__in=list(keys)))


@transaction.atomic
def mark_read_until(*, user_id: int, newest: int) -> int:
    """The same for all up to the one that stood first on the page: what came since stays new."""
    return _read(user_id, Notification.objects.filter(pk__lte=newest))


@transaction.atomic(savepoint=False)
def mark_read_of(*, user_id: int, events: QuerySet[Event]) -> int:
    """The same for whatever was told of these events: the reader saw it where it happened."""
    return _read(user_id, Notification.objects.filter(event__in=events))


def _read(user_id: int, rows: NotificationQuerySet) -> int:
    _hold({user_id})
    changed = rows.of(user_id).unread().update(read_at=timezone.now())
    _count({user_id})
    return changed


def _accounts(keys: Collection[int]) -> "QuerySet[Any]":
    accounts: QuerySet[Any] = get_user_model()._default_manager.filter(pk__in=sorted(keys))
    return accounts


def _hold(keys: Collection[int]) -> set[int]:
    """Lock the accounts, in one order everywhere; returns those that are open."""
    rows = _accounts(keys).select_for_update(no_key=True).order_by("pk")
    return {key for key, is_active in rows.values_list("pk", "is_active") if is_active}


def _count(keys: Collection[int]) -> None:
    unread = Notification.objects.unread().filter(user=OuterRef("pk")).order_by()
    number = unread.values("user").annotate(number=Count("pk")).values("number")
    _accounts(keys).update(unread_notices=Coalesce(Subquery(number), 0))
