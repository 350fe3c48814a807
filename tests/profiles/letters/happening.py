"""Three invented kinds of news, one for each rhythm, and who is told of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from ledger.actions import record
from ledger.models import Event, Notification
from ledger.notices import Line
from ledger.telling import tell
from profiles.models import User


def those_it_names(events: Sequence[Event]) -> dict[int, list[int]]:
    return {event.pk: event.codes["users"] for event in events}


def what_it_says(events: Sequence[Event], reader: Any) -> dict[int, Line]:
    shown = [event for event in events if "secret" not in event.codes]
    return {event.pk: Line(f"News: {event.codes['what']}", "/openings/") for event in shown}


def happens(
    *users: User,
    rhythm: str = "daily",
    what: str = "a thing",
    at: datetime | None = None,
    **codes: Any,
) -> Event:
    """Recorded and delivered; `at` is when it was told."""
    said = {"users": [user.pk for user in users], "what": what, **codes}
    with transaction.atomic():
        event = record(verb=f"test.{rhythm}", codes=said)
        tell([event])
    if at is not None:
        Notification.objects.filter(event=event).update(created_at=at)
    return event


def chooses(user: User, notices: str) -> None:
    user.notices = notices
    user.save(update_fields=["notices"])
