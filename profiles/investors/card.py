"""What of an investor's own facts stands on the card: capability only."""

from django.utils.translation import gettext_lazy

from profiles.disclosure import Detail, told
from profiles.investors.models import Investor
from profiles.models import Profile


def details(profile: Profile) -> list[Detail]:
    investor = getattr(profile, "investor", None)
    if investor is None or not investor.type:
        return []
    return told((gettext_lazy("Type of investor"), str(Investor.Type(investor.type).label), str))
