"""As many answers are awarded at once as the tender has places; asked under its row's lock."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions.capacity import FullError, use_of
from matching.models import Opening


def left(opening: Opening) -> int:
    """What neither an awarded answer nor a contract that came in another way takes."""
    return opening.capacity - use_of(opening).filled


def check(opening: Opening) -> None:
    """Raises FullError where no place is left."""
    if left(opening) < 1:
        raise FullError(_full(opening))


def takes(opening: Opening) -> list[str]:
    """What an award takes, and what it means for the others who wait, in sentences."""
    places = left(opening)
    if places < 1:
        return [_full(opening)]
    if places > 1:
        said = _("It takes one of your %(count)d places; the other answers wait on.")
        return [said % {"count": opening.capacity}]
    return [_("It takes the last place: the other answers are closed, and their firms are told.")]


def _full(opening: Opening) -> str:
    count = opening.capacity
    return ngettext(
        "The only place is awarded. End that introduction, or add a place, and award then.",
        "All %(count)d places are awarded. End one introduction, or add a place, and award then.",
        count,
    ) % {"count": count}
