"""How the two of a pair come to meet: an upper floor tells it, the pages of matches show it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet

from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Meeting:
    """How it stands between the two, as one of them reads it.

    heading, text: how it stands; answers: how the other side usually answers, where it was asked
    for and is known
    action, url: what leads on, "" for whoever may only read
    """

    heading: str
    text: str
    action: str = ""
    url: str = ""
    answers: tuple[str, ...] = ()


Pair = tuple[Opening, Candidacy]
Teller = Callable[[Sequence[Pair], Viewer, bool], list[Meeting]]
"""(pairs of which the viewer is a party, viewer, whether `answers` are asked for), in their order,
in a fixed number of queries.
"""
Rider = Callable[[Side], ArraySubquery]
"""What the rows of a side carry, as `met`, so that the teller needs no query for their pairs."""
_tellers: list[tuple[Teller, Rider]] = []


def tells_of_meetings(teller: Teller, rider: Rider) -> None:
    """Registered from the AppConfig.ready of the one floor that lets people meet."""
    if (teller, rider) not in _tellers:
        _tellers.append((teller, rider))


def with_meetings(rows: "QuerySet[Any]", side: Side) -> "QuerySet[Any]":
    """Rows of one's own that carry what is told of their pairs."""
    return rows.annotate(met=_tellers[0][1](side)) if _tellers else rows


def meetings(
    pairs: Sequence[Pair], viewer: Viewer, *, with_answers: bool = False
) -> list[Meeting | None]:
    """One a pair; `None` where nobody tells of it."""
    if not _tellers or not pairs:
        return [None] * len(pairs)
    return list(_tellers[0][0](pairs, viewer, with_answers))


def meeting(opening: Opening, candidacy: Candidacy, viewer: Viewer) -> Meeting | None:
    """Of one pair, with how the other side answers."""
    return meetings([(opening, candidacy)], viewer, with_answers=True)[0]
