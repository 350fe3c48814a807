"""The lists that people browse: what stands in each, for whom, how it is narrowed and sorted."""

from dataclasses import replace
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy

from matching.filters import OpeningFilter
from matching.models import Opening
from matching.queries.openings import OpeningQuerySet
from matching.queries.people import listed_to
from matching.queries.teams import teams
from matching.startup_filters import StartupFilter, TeaserFilter
from matching.team_filters import TeamFilter
from profiles.browsing.filters import BrowseFilter
from profiles.browsing.finding import Listing
from profiles.browsing.people import PEOPLE as PEOPLE_KINDS
from profiles.browsing.people import PersonFilter
from profiles.firms.filters import STARTUP, FirmFilter
from profiles.models import Profile
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet


def _open_openings(viewer: Viewer) -> OpeningQuerySet:
    return Opening.objects.open().visible_to(viewer)


def _latest(at: datetime | None) -> float:
    return -at.timestamp() if at else 0.0


OPENINGS = Listing(
    route="openings",
    about="opening",
    filters=OpeningFilter,
    rows=Opening.objects.all,
    visible=_open_openings,
    sorts={
        "newest": (gettext_lazy("Newest"), "published_at", _latest),
        "closing": (gettext_lazy("Closing soon"), "closes_on", lambda day: day or date.max),
    },
    is_hushed=False,
)


def _profiles(route: str, filters: type[BrowseFilter], which: Q) -> Listing:
    """A list of the profiles that meet `which`."""
    return Listing(
        route=route,
        about="profile",
        filters=filters,
        rows=lambda: Profile.objects.filter(which),
        visible=lambda viewer: listed_to(viewer).filter(which),
        sorts={"newest": (gettext_lazy("Newest"), "created_at", _latest)},
        is_hushed=True,
    )


_FIRM, _STARTUP = Q(kind=Profile.Kind.FIRM), Q(kind=Profile.Kind.FIRM, firm__type=STARTUP)
PEOPLE = _profiles("people", PersonFilter, Q(kind__in=PEOPLE_KINDS))
FIRMS = _profiles("firms", FirmFilter, _FIRM & ~Q(firm__type=STARTUP))
STARTUPS = _profiles("startups", StartupFilter, _STARTUP)
TEASERS = _profiles("startups", TeaserFilter, _STARTUP)


def _teams(viewer: Viewer) -> ProfileQuerySet:
    """Firms that the viewer may find, and whose team they said to list."""
    return listed_to(viewer).filter(pk__in=teams().visible_to(viewer).values("profile"))


TEAMS = replace(_profiles("teams", TeamFilter, _FIRM), visible=_teams)


def startups_for(viewer: Viewer) -> Listing:
    """Whoever is not verified is told nothing of the raise, nor narrows by it."""
    return STARTUPS if viewer.is_verified or viewer.is_staff else TEASERS
