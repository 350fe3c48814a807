"""The three drawers of what somebody keeps: openings, people and firms, searches."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from matching.queries.people import for_list
from matching.saved import queries
from matching.saved.lines import search_line
from matching.views.lines import opening_line
from matching.views.profile_lines import profile_line
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Drawer:
    """rows: what the viewer keeps there; for_page: those of a page, with all that lines read."""

    name: str
    label: str | Promise
    heading: Any
    rows: Callable[[Viewer], Any]
    for_page: Callable[[Any], Any]
    line: Callable[[Any, Viewer], Any]


OPENINGS = Drawer(
    name="openings",
    label=_("Openings"),
    heading=ngettext_lazy("One saved opening", "%(count)d saved openings", "count"),
    rows=queries.saved_openings,
    for_page=lambda rows: rows.for_list(),
    line=opening_line,
)
PEOPLE = Drawer(
    name="people",
    label=_("People and firms"),
    heading=ngettext_lazy("One saved profile", "%(count)d saved profiles", "count"),
    rows=queries.saved_profiles,
    for_page=for_list,
    line=profile_line,
)
SEARCHES = Drawer(
    name="searches",
    label=_("Searches"),
    heading=ngettext_lazy("One saved search", "%(count)d saved searches", "count"),
    rows=queries.saved_searches,
    for_page=lambda rows: rows,
    line=search_line,
)
DRAWERS = (OPENINGS, PEOPLE, SEARCHES)
