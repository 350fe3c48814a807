"""What tests of outcomes ask: that a listener has heard, and how an introduction stands."""

from typing import Any

from ledger.models import Event
from matching.introductions.models import Introduction


def heard(verb: str, handler: Any) -> None:
    handler(list(Event.objects.filter(verb=verb)))


def state_of(row: Introduction) -> tuple[str, str]:
    row.refresh_from_db()
    return row.state, row.because
