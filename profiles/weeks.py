"""A week as people pick it: six-hour blocks, days from Sunday; and as others read it, elsewhere."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from profiles.hours import Week, format_week, week_in
from profiles.zones import zone_city

SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
BLOCK_HOURS = 6
BLOCKS = range(0, 24, BLOCK_HOURS)
EMPTY: Week = (0,) * 7
_WHOLE = (1 << BLOCK_HOURS) - 1

Block = tuple[int, int]
"""(weekday from Monday, first hour)."""


def free_blocks(week: Week) -> set[Block]:
    """The blocks of which every hour is free."""
    return {
        (day, start)
        for day, mask in enumerate(week)
        for start in BLOCKS
        if mask >> start & _WHOLE == _WHOLE
    }


def part_of(week: Week, block: Block) -> bool:
    """Whether some hours of the block are free, and not all."""
    day, start = block
    return week[day] >> start & _WHOLE not in (0, _WHOLE)


def with_blocks(week: Week, *, free: Iterable[Block], busy: Iterable[Block]) -> Week:
    """The week with whole blocks made free or busy; other hours stay as they are."""
    masks = list(week)
    for day, start in free:
        masks[day] |= _WHOLE << start
    for day, start in busy:
        masks[day] &= ~(_WHOLE << start)
    return tuple(masks)


def week_text(week: Week) -> str:
    """The week in the reader's language, "" where no hour is free."""
    return format_week(week, "ar" if get_language() == "ar" else "en")


def told_week(week: Week, zone: str) -> list[tuple[str, str]]:
    """(label, text) in the zone of who is free, and in the reader's where that is another."""
    own = timezone.get_current_timezone_name()
    told = [(_("On the clock of %(zone)s") % {"zone": zone_city(zone)}, week_text(week))]
    if own != zone:
        moved = week_in(week, zone, own, timezone.now())
        told.append((_("On your clock, %(zone)s") % {"zone": zone_city(own)}, week_text(moved)))
    return told if any(week) else [("", _("No hour is free."))]
