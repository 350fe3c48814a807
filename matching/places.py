"""An opening never offers fewer places than what runs through it needs; who knows that tells it."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import ngettext

from matching.models import Opening
from matching.moves import RefusedError


class Running(NamedTuple):
    """number: what runs through an opening; needs: the fewest places for it; url: where it is"""

    number: int = 0
    needs: int = 0
    url: str = ""

    @property
    def text(self) -> str:
        return ngettext(
            "%(count)d introduction runs through it now and needs %(needs)d place.",
            "%(count)d introductions run through it now and need places: %(needs)d.",
            self.number,
        ) % {"count": self.number, "needs": self.needs}


Teller = Callable[[Opening], Running]
_tellers: list[Teller] = []


def tells_of_running(teller: Teller) -> None:
    """Registered from the AppConfig.ready of the one floor that lets people meet."""
    if teller not in _tellers:
        _tellers.append(teller)


def running(opening: Opening) -> Running:
    return _tellers[0](opening) if _tellers and opening.pk else Running()


def check_places(opening: Opening, capacity: int) -> None:
    """Raises RefusedError where fewer places are wanted than are needed.

    Under the lock of the opening's row the answer holds: whoever accepts takes that lock first.
    """
    if capacity >= opening.capacity:
        return
    found = running(opening)
    if capacity < found.needs:
        raise RefusedError(f"{found.text} {_end_first(found.needs - capacity)}")


def _end_first(places: int) -> str:
    return ngettext(
        "End what takes %(count)d place first. Nothing was changed.",
        "End what takes %(count)d places first. Nothing was changed.",
        places,
    ) % {"count": places}
