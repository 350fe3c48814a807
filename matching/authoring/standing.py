"""Where an opening or a candidacy stands, in words: what its owner reads of its state."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.authoring.offers import profile_of
from matching.models import Candidacy, Opening
from matching.views.wording import on_day
from profiles.models import Profile


@dataclass(frozen=True, slots=True)
class Standing:
    """mark: met, partly or not, as in components/state.html; word: the state; is_live: matched."""

    mark: str
    word: str
    is_live: bool = False


def standing(row: Opening | Candidacy) -> Standing:
    if row.status == type(row).Status.DRAFT:
        return Standing("not", _("Draft, only you see it"))
    if row.status == "paused":
        return Standing("partly", _("Paused"))
    if row.status == Opening.Status.CLOSED:
        return Standing("not", _("Closed"))
    if row.status == Candidacy.Status.WITHDRAWN:
        return Standing("not", _("Withdrawn"))
    return _of_profile(profile_of(row)) or _in_time(row)


def _of_profile(profile: Profile) -> Standing | None:
    if not profile.is_verified:
        return Standing("partly", _("Waits until your profile is verified"))
    if not profile.is_active:
        return Standing("partly", _("Not shown while your profile is paused"))
    return None


def _in_time(row: Opening | Candidacy) -> Standing:
    day = last_day(row)
    if day is not None and day < timezone.localdate():
        return Standing("not", _("Ended on %(day)s") % {"day": on_day(day)})
    return Standing("met", _until(row, day), is_live=True)


def _until(row: Opening | Candidacy, day: date | None) -> str:
    if isinstance(row, Opening):
        return _("Open until %(day)s") % {"day": on_day(day)} if day else _("Open")
    return _("You agree until %(day)s") % {"day": on_day(day)} if day else _("You agree")


def last_day(row: Opening | Candidacy) -> date | None:
    return row.closes_on if isinstance(row, Opening) else row.until
