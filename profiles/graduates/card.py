"""What of a graduate's own facts stands on the card: capability only."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.disclosure import Detail, told
from profiles.models import Profile


def details(profile: Profile) -> list[Detail]:
    graduate = getattr(profile, "graduate", None)
    if graduate is None:
        return []
    return told(
        (gettext_lazy("University"), graduate.university.name if graduate.university else "", str),
        (gettext_lazy("Degree"), graduate.degree, str),
        (gettext_lazy("Graduated"), graduate.graduation_year, _graduated),
    )


def _graduated(year: int) -> str:
    return _("graduated in %(year)d") % {"year": year}
