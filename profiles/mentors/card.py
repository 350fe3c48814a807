"""What of a mentor's own facts stands on the card: capability only."""

from django.utils.translation import gettext_lazy, ngettext

from profiles.disclosure import Detail, told
from profiles.models import Profile


def details(profile: Profile) -> list[Detail]:
    mentor = getattr(profile, "mentor", None)
    return told((gettext_lazy("Hours a month"), mentor.hours_month, _hours)) if mentor else []


def _hours(count: int) -> str:
    return ngettext("%(count)d hour a month", "%(count)d hours a month", count) % {"count": count}
