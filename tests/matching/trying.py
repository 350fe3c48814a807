"""A move is tried: it ends as a table says, or is refused and nothing at all is changed."""

from collections.abc import Callable
from typing import Any

import pytest

from ledger.models import Event

Refusals = type[Exception] | tuple[type[Exception], ...]


def tried(
    row: Any,
    move: Callable[[], Any],
    *,
    ends: str | None,
    refusal: Refusals,
    all_rows: Callable[[], Any],
) -> list[Event]:
    """ends: its state after it, `None` where it is refused; returns the events that it wrote.

    all_rows: whatever a move could change, read anew
    """
    before, last = all_rows(), Event.objects.count()
    if ends is None:
        with pytest.raises(refusal):
            move()
        assert all_rows() == before
        assert Event.objects.count() == last
        return []
    move()
    row.refresh_from_db()
    assert row.state == ends
    return list(Event.objects.order_by("pk")[last:])
