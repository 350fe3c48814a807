"""Times typed and read on two clocks: one's own, which is named, and the other side's."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.introductions.parties import Parties
from matching.introductions.saying import moment
from profiles.viewer import Viewer
from profiles.zones import zone_city

TYPED = "%Y-%m-%dT%H:%M"


def own_city() -> str:
    """What the reader's clock is called."""
    return zone_city(timezone.get_current_timezone_name())


def their_zone(parties: Parties, viewer: Viewer) -> str:
    """The other side's time zone, "" where their region is not disclosed to the reader."""
    _who, where = parties.title(viewer)
    return parties.other.time_zone if where else ""


def on_both(at: datetime, zone: str) -> str:
    """As in "Monday 30 Nov, 10:00 in Gaza, 09:00 in Berlin"; one's own alone without a zone."""
    own = moment(at)
    if not zone or zone_city(zone) == own_city():
        return own
    there = at.astimezone(ZoneInfo(zone))
    if there.date() == timezone.localtime(at).date():
        said = {"time": date_format(there, "H:i"), "zone": zone_city(zone)}
        theirs = _("%(time)s in %(zone)s") % said
    else:
        with timezone.override(ZoneInfo(zone)):
            theirs = moment(at)
    return _(", ").join((own, theirs))


class ClockField(forms.DateTimeField):
    """A minute on the reader's clock, given back in UTC; what a change of clocks blurs is asked."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(format=TYPED, attrs={"type": "datetime-local", "step": 300})
        wrong = {"invalid": gettext_lazy("Write it as 2026-12-31T14:30.")}
        super().__init__(widget=widget, error_messages=wrong, **options)

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        for written in (TYPED, f"{TYPED}:%S", "%Y-%m-%d %H:%M"):
            try:
                typed = datetime.strptime(str(value).strip(), written)  # noqa: DTZ007  local
            except ValueError:
                continue
            return in_utc(typed.replace(second=0))
        raise ValidationError(self.error_messages["invalid"], code="invalid")


def in_utc(typed: datetime) -> datetime:
    """Raises ValidationError for a time that the reader's clock never shows, or shows twice."""
    zone = timezone.get_current_timezone()
    first, second = (typed.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    at = first.astimezone(UTC)
    if first.utcoffset() == second.utcoffset():
        return at
    said = {"zone": own_city()}
    if at.astimezone(zone).replace(tzinfo=None) != typed:
        text = _("Clocks in %(zone)s are put forward then, and skip that time. Choose another.")
    else:
        text = _("Clocks in %(zone)s are put back then, and show that time twice. Choose another.")
    raise ValidationError(text % said, code="clocks")
