"""The lists whose searches can be saved: one entry each, found by name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ledger.models import Event
from matching import listings
from matching.models import Opening
from matching.queries.openings import OpeningQuerySet
from matching.queries.teams import teams
from matching.views.wording import short_facts
from profiles.browsing.finding import Listing
from profiles.disclosure import disclose
from profiles.isolation import isolated
from profiles.models import Profile
from profiles.privacy.actions import PROFILE_RESUMED
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet

Rows = Any
"""A queryset of the list's model."""
Span = tuple[datetime, datetime]
"""After the first moment and until the second."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list as a mail tells it: only what its reader may know."""

    title: str
    facts: str
    url: str


@dataclass(frozen=True, slots=True)
class SearchableList:
    """A list with filters, kept under the name of its route.

    listing: the list as this viewer has it, on its page and in mail alike
    came: a condition on its rows: they appeared in that time, and are not the reader's own
    told: such rows with all that their lines read, newest first
    follows_mandate: whether an investor's mandate narrows it, as `queries.mandates.Fit` says
    """

    name: str
    label: str | Promise
    listing: Callable[[Viewer], Listing]
    came: Callable[[Span, Viewer], Q]
    told: Callable[[Rows], Rows]
    line: Callable[[Any, Viewer], Line]
    follows_mandate: bool = False

    def url(self, query: str) -> str:
        address = reverse(self.name)
        return f"{address}?{query}" if query else address


_lists: dict[str, SearchableList] = {}


def register(entry: SearchableList) -> None:
    _lists[entry.name] = entry


def get(name: str) -> SearchableList | None:
    """The list of that name; `None` where there is none (any more)."""
    return _lists.get(name)


def names() -> list[str]:
    return list(_lists)


def _openings_that_came(span: Span, viewer: Viewer) -> Q:
    """Published, loaded from a file, or offered by somebody who was verified in that time."""
    came = Q(published_at__range=span) | Q(created_at__range=span)
    own = Q(owner__in=sorted(viewer.profile_ids))
    return (came | Q(owner__verified_at__range=span)) & ~own


def _openings_told(rows: OpeningQuerySet) -> OpeningQuerySet:
    return rows.newest_first().select_related("owner")


def _opening_line(opening: Opening, viewer: Viewer) -> Line:
    facts = [str(opening.declaration.opening_label), *short_facts(opening)]
    said = _(", ").join(map(isolated, facts))
    return Line(isolated(opening.title), said, reverse("opening", args=[opening.public_id]))


def _profiles_that_came(span: Span, viewer: Viewer) -> Q:
    """Loaded from a file, verified, or back from a pause in that time."""
    back = Event.objects.filter(verb=PROFILE_RESUMED, at__range=span).values("subject_id")
    came = Q(created_at__range=span) | Q(verified_at__range=span) | Q(pk__in=back)
    return came & ~Q(pk__in=sorted(viewer.profile_ids))


def _profiles_told(rows: ProfileQuerySet) -> ProfileQuerySet:
    return rows.order_by("-verified_at", "-pk").for_names()


def _profile_line(profile: Profile, viewer: Viewer) -> Line:
    """The name where it is given, else the alias, which says the kind already."""
    card = disclose(profile, viewer)
    facts = [card.kind_label if card.is_named else "", card.region, *card.facts]
    said = _(", ").join(isolated(fact) for fact in facts if fact)
    return Line(isolated(card.title), said, reverse("profile", args=[profile.public_id]))


def _teams_that_came(span: Span, viewer: Viewer) -> Q:
    """Or whose team was offered in that time."""
    offered = Q(pk__in=teams().filter(created_at__range=span).values("profile"))
    return _profiles_that_came(span, viewer) | offered & ~Q(pk__in=sorted(viewer.profile_ids))


def _profiles(
    name: str,
    label: Promise,
    listing: Callable[[Viewer], Listing],
    came: Callable[[Span, Viewer], Q] = _profiles_that_came,
) -> SearchableList:
    return SearchableList(
        name=name,
        label=label,
        listing=listing,
        came=came,
        told=_profiles_told,
        line=_profile_line,
        follows_mandate=name == "startups",
    )


register(
    SearchableList(
        name="openings",
        label=gettext_lazy("Openings"),
        listing=lambda viewer: listings.OPENINGS,
        came=_openings_that_came,
        told=_openings_told,
        line=_opening_line,
    )
)
register(_profiles("people", gettext_lazy("People"), lambda viewer: listings.PEOPLE))
register(_profiles("startups", gettext_lazy("Startups"), listings.startups_for))
register(_profiles("firms", gettext_lazy("Firms"), lambda viewer: listings.FIRMS))
register(
    _profiles(
        "teams", gettext_lazy("Teams for hire"), lambda viewer: listings.TEAMS, _teams_that_came
    )
)
