"""Time zone names as people's devices give them."""

from functools import cache
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


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
