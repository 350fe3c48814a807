"""Time zone names as people's devices give them, and those of a country."""

from collections import defaultdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CITIES = {
    "Asia/Hebron": _("Hebron"),
    "Asia/Gaza": _("Gaza"),
    "Asia/Jerusalem": _("Jerusalem"),
    "Asia/Amman": _("Amman"),
    "Asia/Beirut": _("Beirut"),
    "Africa/Cairo": _("Cairo"),
    "Asia/Dubai": _("Dubai"),
    "Asia/Riyadh": _("Riyadh"),
    "Asia/Qatar": _("Doha"),
    "Asia/Kuwait": _("Kuwait"),
    "Europe/Istanbul": _("Istanbul"),
    "Europe/Berlin": _("Berlin"),
    "Europe/London": _("London"),
    "Europe/Paris": _("Paris"),
    "America/New_York": _("New York"),
    "America/Toronto": _("Toronto"),
    "America/Santiago": _("Santiago"),
}
"""Where most of our people live, so that Arabic names those cities too."""
IN_GAZA = frozenset({"PS-NGZ", "PS-GZA", "PS-DEB", "PS-KYS", "PS-RFH"})


@cache
def known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def check_zone(name: str) -> None:
    if name not in known_zones():
        raise ValidationError(
            _("“%(name)s” is no time zone: write one like Asia/Hebron or Europe/Berlin."),
            code="zone",
            params={"name": name},
        )


@cache
def _zones_by_country() -> dict[str, list[str]]:
    """Read from the time zone database, which lists the one of most people first."""
    text = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    found = defaultdict(list)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, _place, name = line.split("\t")[:3]
            found[country].append(name)
    return dict(found)


def zones_of(country: str) -> list[str]:
    """The zones of an ISO 3166 country, the most usual first; none for a code nobody knows."""
    return _zones_by_country().get(country, [])


def clocks_of(country: str) -> list[str]:
    """One zone for each clock that runs in the country: of those that always agree, the first."""
    year = datetime.now(UTC).year
    found: dict[tuple[object, ...], str] = {}
    for name in zones_of(country):
        months = (datetime(year, month, 15, tzinfo=UTC) for month in range(1, 13))
        found.setdefault(tuple(at.astimezone(ZoneInfo(name)).utcoffset() for at in months), name)
    return list(found.values())


def zone_in_palestine(governorate: str) -> str:
    return "Asia/Gaza" if governorate in IN_GAZA else "Asia/Hebron"


def zone_city(name: str) -> str:
    """The city a zone is named after, as people say it: "Hebron", not "Asia/Hebron"."""
    return str(CITIES.get(name) or name.rpartition("/")[2].replace("_", " "))


def zone_label(name: str) -> str:
    """What a zone is called where one of a country's is chosen: "New York, UTC-5"."""
    return f"{zone_city(name)}, {offset_label(name)}"


def offset_label(name: str) -> str:
    """How far from UTC the zone is now: "UTC+2", "UTC+5:30"."""
    offset = datetime.now(UTC).astimezone(ZoneInfo(name)).utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
