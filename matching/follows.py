"""What else can be done about an opening: an upper floor says it, the opening's page shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from matching.models import Candidacy, Opening
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing that came of it, or may: heading and text say it, action and url lead on."""

    heading: str
    text: str
    action: str
    url: str
    is_first: bool = False


Teller = Callable[[Opening, Candidacy | None, Viewer], list[Follow]]
"""(opening, the viewer's own candidacy that may be matched with it, viewer)"""
_tellers: list[Teller] = []


def tells_of_openings(teller: Teller) -> None:
    """Registered from the AppConfig.ready of a floor above."""
    if teller not in _tellers:
        _tellers.append(teller)


def follows_of_opening(
    opening: Opening, candidacy: Candidacy | None, viewer: Viewer
) -> list[Follow]:
    return [follow for teller in _tellers for follow in teller(opening, candidacy, viewer)]
