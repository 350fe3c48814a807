"""What else can be done about an opening or a raise: an upper floor says it, its page shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from matching.models import Candidacy, Opening
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing that came of it, or may: heading and text say it, action and url lead on.

    ends_too: what is to be known before an introduction is ended while this runs, else ""
    """

    heading: str
    text: str
    action: str
    url: str
    is_first: bool = False
    ends_too: str = ""


Teller = Callable[[Opening, Candidacy | None, Viewer, Any], list[Follow]]
"""(opening, the viewer's own candidacy that may be matched with it, viewer, what it carries)"""
Rider = Callable[[Viewer], Combinable]
"""What the row of an opening carries for this viewer, so that the teller needs no query."""
_tellers: list[tuple[Teller, Rider]] = []
CandidacyTeller = Callable[[Candidacy, Viewer], list[Follow]]
_candidacy_tellers: list[CandidacyTeller] = []


def tells_of_openings(teller: Teller, rider: Rider) -> None:
    """Registered from the AppConfig.ready of a floor above."""
    if (teller, rider) not in _tellers:
        _tellers.append((teller, rider))


def with_follows(rows: "QuerySet[Any]", viewer: Viewer) -> "QuerySet[Any]":
    """Openings that carry what is told of them."""
    riders = {_name(at): rider(viewer) for at, (_, rider) in enumerate(_tellers)}
    found: QuerySet[Any] = rows.annotate(**riders)
    return found


def follows_of_opening(
    opening: Opening, candidacy: Candidacy | None, viewer: Viewer
) -> list[Follow]:
    """Of an opening `with_follows`."""
    return [
        follow
        for at, (teller, _) in enumerate(_tellers)
        for follow in teller(opening, candidacy, viewer, getattr(opening, _name(at)))
    ]


def tells_of_candidacies(teller: CandidacyTeller) -> None:
    """Registered likewise; it is asked only about what the viewer may change."""
    if teller not in _candidacy_tellers:
        _candidacy_tellers.append(teller)


def follows_of_candidacy(candidacy: Candidacy, viewer: Viewer) -> list[Follow]:
    return [follow for teller in _candidacy_tellers for follow in teller(candidacy, viewer)]


def _name(at: int) -> str:
    return f"followed_{at}"
