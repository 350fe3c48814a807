"""Three invented kinds of news, one for each rhythm, and who is told of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from ledger import notices
from ledger.actions import record
from ledger.models import Event, Notification
from ledger.notices import Line, Rhythm
from ledger.telling import tell
from profiles.models import User
from tests import make


def those_it_names(events: Sequence[Event]) -> dict[int, list[int]]:
    return {event.pk: event.codes["users"] for event in events}


def what_it_says(events: Sequence[Event], reader: Any) -> dict[int, Line]:
    shown = [event for event in events if "secret" not in event.codes]
    return {event.pk: Line(f"News: {event.codes['what']}", "/openings/") for event in shown}


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = "https://silah.example"


@pytest.fixture(autouse=True)
def _told() -> Iterator[None]:
    for rhythm in Rhythm:
        notices.tells(
            f"test.{rhythm}",
            recipients=f"{__name__}.those_it_names",
            lines=f"{__name__}.what_it_says",
            mail=rhythm,
        )
    yield
    for rhythm in Rhythm:
        notices.forget(f"test.{rhythm}")


@pytest.fixture
def user(db: None) -> User:
    return make.an_account(email="lina@example.org", time_zone="Asia/Hebron")


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
