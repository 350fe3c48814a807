"""What of a graduate's own facts stands on the card: capability only."""

from django.utils.translation import gettext as _

from profiles.disclosure import Detail, told
from profiles.models import Profile


def details(profile: Profile) -> list[Detail]:
    graduate = getattr(profile, "graduate", None)
    if graduate is None:
        return []
    return told(
        (_("University"), graduate.university.name if graduate.university else "", str),
        (_("Degree"), graduate.degree, str),
        (_("Graduated"), graduate.graduation_year, _graduated),
    )


def _graduated(year: int) -> str:
    return _("graduated in %(year)d") % {"year": year}
