"""What of a graduate's own facts stands on the card: capability only."""

from django.utils.translation import gettext as _

from profiles.disclosure import told
from profiles.models import Profile


def details(profile: Profile) -> list[tuple[str, str]]:
    graduate = getattr(profile, "graduate", None)
    if graduate is None:
        return []
    return told(
        (_("University"), graduate.university.name if graduate.university else ""),
        (_("Degree"), graduate.degree),
        (_("Graduated"), graduate.graduation_year),
    )
