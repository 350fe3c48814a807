"""How firms are narrowed down."""

from django.utils.translation import gettext_lazy as _

from profiles.browsing.facets import Facet, country_facet, skill_facet
from profiles.browsing.filters import BrowseFilter, WordsFilter
from profiles.browsing.people import Band, band_facet, sector_facet
from profiles.firms.models import Firm
from profiles.models import Profile

TEAM: tuple[Band, ...] = (
    ("200", 200, _("200 or more")),
    ("50", 50, _("50 to 199")),
    ("10", 10, _("10 to 49")),
    ("0", 0, _("Up to 9")),
)
STARTUP = Firm.Type.STARTUP
NOT_STARTUPS = [(type_.value, type_.label) for type_ in Firm.Type if type_ != STARTUP]


class FirmFilter(BrowseFilter):
    type = Facet("firm__type", label=_("Type of firm"), choices=NOT_STARTUPS)
    skill = skill_facet("skills__slug")
    sector = sector_facet()
    country = country_facet("country")
    team = band_facet("firm__team_size", TEAM, _("People in the team"))
    q = WordsFilter(skill)

    class Meta:
        model = Profile
        fields: list[str] = []


def team_band(size: int | None) -> str:
    """How large a team is, roughly: the words of its band, "" where it is not said."""
    if size is None:
        return ""
    return str(next(label for _value, least, label in TEAM if size >= least))
