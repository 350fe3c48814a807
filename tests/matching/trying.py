"""A move is tried: it ends as a table says, or is refused and nothing at all is changed."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ledger.models import Event
from matching.moves import IllegalMoveError

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


def tried_by_the_table(
    row: Any,
    move: Callable[[], Any],
    *,
    table: Mapping[tuple[str, str, str], str],
    key: tuple[str, str, str],
    verb: str,
) -> None:
    """A move that is nobody's of that kind is refused as if there were no such row.

    table: (state, name of the move, who) to the state after it; key: what is tried
    verb: of the one event about the row that a move which is made writes
    """
    _, name, who = key
    ends = table.get(key)
    is_theirs = who in {whose for _, each, whose in table if each == name}
    refusal = IllegalMoveError if is_theirs else type(row).DoesNotExist
    all_rows = type(row).objects.values().get
    written = tried(row, move, ends=ends, refusal=refusal, all_rows=all_rows)
    told = [event.subject_id for event in written if event.verb == verb]
    assert told == ([row.pk] if ends else [])
