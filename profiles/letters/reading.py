"""Words and clock of whoever reads what is written outside of a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import override

from profiles.models import User


@contextmanager
def as_read_by(user: User) -> Iterator[None]:
    with override(user.language), timezone.override(ZoneInfo(user.time_zone)):
        yield
