"""Masks of UTC hours and weekdays in words, in the reader's own time zone."""

from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from profiles.isolation import isolated
from profiles.zones import zone_city

HOURS = 24
ALL_DAY = (1 << HOURS) - 1


def hours_in_words(mask: int) -> str:
    """The hours of a UTC mask as local ranges, the zone named: "09:00-17:00, Hebron"."""
    if not mask:
        return _("no hour")
    if mask == ALL_DAY:
        return _("all day")
    ranges = (
        _("%(start)s-%(end)s") % {"start": _local(start), "end": _local(end)}
        for start, end in _runs(mask)
    )
    zone = isolated(zone_city(timezone.get_current_timezone_name()))
    return _("%(hours)s, %(zone)s") % {"hours": _(", ").join(ranges), "zone": zone}


def days_in_words(mask: int) -> str:
    """The weekdays of a mask, Monday at bit 0: "Mon, Tue, Sun"."""
    names = [str(WEEKDAYS_ABBR[day]) for day in range(len(WEEKDAYS_ABBR)) if mask >> day & 1]
    return _(", ").join(names) or _("no day")


def _runs(mask: int) -> list[tuple[int, int]]:
    """(first hour, hour after the last) of each run of bits, round the clock."""
    starts = [h for h in range(HOURS) if mask >> h & 1 and not mask >> (h - 1) % HOURS & 1]
    return [(start, start + _length(mask, start)) for start in starts]


def _length(mask: int, start: int) -> int:
    return next(n for n in range(1, HOURS) if not mask >> (start + n) % HOURS & 1)


def _local(hour: int) -> str:
    """A UTC hour on the reader's clock, today."""
    now = timezone.now().replace(hour=hour % HOURS, minute=0)
    return f"{timezone.localtime(now):%H:%M}"
