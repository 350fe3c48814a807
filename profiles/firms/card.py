"""What of a firm's own facts, and of what staff checked, stands on the card: capability only."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from profiles.disclosure import Detail, told
from profiles.firms.models import Firm
from profiles.firms.vouching import vouched_details
from profiles.models import Profile


def details(profile: Profile) -> list[Detail]:
    firm = getattr(profile, "firm", None)
    if firm is None:
        return []
    said = told(
        (gettext_lazy("Type of firm"), firm.type and str(Firm.Type(firm.type).label), str),
        (gettext_lazy("People in the team"), firm.team_size, _people),
        (gettext_lazy("Founded"), firm.founded_year, _founded),
    )
    return [*said, *vouched_details(profile)]


def _people(count: int) -> str:
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def _founded(year: int) -> str:
    return _("founded in %(year)d") % {"year": year}
