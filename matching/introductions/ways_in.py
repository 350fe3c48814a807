"""By which way somebody came to ask: a floor above led them there, and hears that they asked."""

from collections.abc import Callable

from matching.introductions.models import Introduction
from profiles.middleware import ViewedRequest

Hears = Callable[[ViewedRequest, Introduction], None]
"""The request whose session holds how they came, and the introduction that they asked for."""
_hearing: list[Hears] = []


def hears_of_asking(hears: Hears) -> None:
    """Registered from the AppConfig.ready of a floor above."""
    if hears not in _hearing:
        _hearing.append(hears)


def tell_of_asking(request: ViewedRequest, row: Introduction) -> None:
    for hears in _hearing:
        hears(request, row)
