"""What of a mentor's own facts stands on the card: capability only."""

from django.utils.translation import gettext as _

from profiles.disclosure import told
from profiles.models import Profile


def details(profile: Profile) -> list[tuple[str, str]]:
    mentor = getattr(profile, "mentor", None)
    return told((_("Hours a month"), mentor.hours_month)) if mentor else []
