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

from matching.filters import OpeningFilter
from matching.models import Opening
from matching.queries.openings import OpeningQuerySet
from matching.views.wording import short_facts
from profiles.viewer import Viewer

Rows = Any
"""A queryset of the list's model."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list as a mail tells it: only what its reader may know."""

    title: str
    facts: str
    url: str


@dataclass(frozen=True, slots=True)
class SearchableList:
    """A list with filters.

    filters: its FilterSet, with the classmethod `lenient` of `profiles.browsing.filters`
    rows: what this viewer finds in it without a filter
    new: of such rows those that came after the first moment and until the second, newest first
    """

    name: str
    label: str | Promise
    route: str
    filters: Any
    rows: Callable[[Viewer], Rows]
    new: Callable[[Rows, datetime, datetime], Rows]
    line: Callable[[Any, Viewer], Line]

    def url(self, query: str) -> str:
        address = reverse(self.route)
        return f"{address}?{query}" if query else address


_lists: dict[str, SearchableList] = {}


def register(entry: SearchableList) -> None:
    _lists[entry.name] = entry


def get(name: str) -> SearchableList | None:
    """The list of that name; `None` where there is none (any more)."""
    return _lists.get(name)


def names() -> list[str]:
    return list(_lists)


def _openings(viewer: Viewer) -> OpeningQuerySet:
    return Opening.objects.visible_to(viewer).open()


def _new_openings(rows: OpeningQuerySet, since: datetime, until: datetime) -> OpeningQuerySet:
    """Published, loaded from a file, or offered by somebody who was verified in that time."""
    span = (since, until)
    came = Q(published_at__range=span) | Q(created_at__range=span)
    return (
        rows.filter(came | Q(owner__verified_at__range=span)).newest_first().select_related("owner")
    )


def _opening_line(opening: Opening, viewer: Viewer) -> Line:
    facts = [str(opening.declaration.opening_label), *short_facts(opening)]
    return Line(opening.title, _(", ").join(facts), reverse("opening", args=[opening.public_id]))


register(
    SearchableList(
        name="openings",
        label=gettext_lazy("Openings"),
        route="openings",
        filters=OpeningFilter,
        rows=_openings,
        new=_new_openings,
        line=_opening_line,
    )
)
