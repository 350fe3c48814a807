"""What of a firm's own facts stands on the card: capability only."""

from django.utils.translation import gettext as _

from profiles.disclosure import told
from profiles.models import Profile


def details(profile: Profile) -> list[tuple[str, str]]:
    firm = getattr(profile, "firm", None)
    if firm is None:
        return []
    return told(
        (_("Type of firm"), Firm.Type(firm.type).label if firm.type else ""),
        (_("People in the team"), firm.team_size),
        (_("Founded"), firm.founded_year),
    )
