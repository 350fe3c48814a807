"""What stands beside an engagement: an upper floor says it, the engagement's page shows it."""

from collections.abc import Callable

from matching.engagements.models import Engagement
from matching.follows import Follow
from profiles.viewer import Viewer

Teller = Callable[[Engagement, Viewer], list[Follow]]
_tellers: list[Teller] = []


def tells_beside(teller: Teller) -> None:
    """Registered from the AppConfig.ready of a floor above."""
    if teller not in _tellers:
        _tellers.append(teller)


def beside(row: Engagement, viewer: Viewer) -> list[Follow]:
    """Of a row with its parties, its pair and its agreements."""
    return [follow for teller in _tellers for follow in teller(row, viewer)]
