"""Days and times within a sentence, on the reader's clock, which is named."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from profiles.zones import zone_city


def moment(at: datetime) -> str:
    """As in "28 Nov 2026, 14:10 in Gaza"."""
    local = timezone.localtime(at)
    return _("%(day)s, %(time)s in %(zone)s") % {
        "day": date_format(local, "DATE_FORMAT"),
        "time": date_format(local, "H:i"),
        "zone": zone_city(timezone.get_current_timezone_name()),
    }
