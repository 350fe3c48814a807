"""What of an investor's own facts stands on the card: capability only."""

from django.utils.translation import gettext as _

from profiles.disclosure import Detail, told
from profiles.investors.models import Investor
from profiles.models import Profile


def details(profile: Profile) -> list[Detail]:
    investor = getattr(profile, "investor", None)
    if investor is None or not investor.type:
        return []
    return told((_("Type of investor"), investor.type and Investor.Type(investor.type).label, str))
