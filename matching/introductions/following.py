"""What follows from an introduction: an upper floor says it, the introduction's page shows it."""

from collections.abc import Callable

from matching.follows import Follow
from matching.introductions.models import Introduction
from matching.introductions.parties import Parties
from profiles.viewer import Viewer

Teller = Callable[[Introduction, Parties, Viewer], list[Follow]]
_tellers: list[Teller] = []


def tells_of_follows(teller: Teller) -> None:
    """Registered from the AppConfig.ready of a floor above."""
    if teller not in _tellers:
        _tellers.append(teller)


def follows_of(row: Introduction, parties: Parties, viewer: Viewer) -> list[Follow]:
    return [follow for teller in _tellers for follow in teller(row, parties, viewer)]
