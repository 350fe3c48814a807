"""The list of openings: search, filters, sort; open to strangers."""

from collections.abc import Sequence
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from matching.filters import OpeningFilter
from matching.models import Opening
from matching.queries.openings import OpeningQuerySet
from matching.views.lines import opening_line
from profiles.browsing.finding import Found, Listing
from profiles.browsing.pages import list_page, told_total
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer


def visible(viewer: Viewer) -> OpeningQuerySet:
    return Opening.objects.open().visible_to(viewer)


def _latest(published_at: datetime | None) -> float:
    return -published_at.timestamp() if published_at else 0.0


LISTING = Listing(
    route="openings",
    about="opening",
    filters=OpeningFilter,
    rows=Opening.objects.all,
    visible=visible,
    sorts={
        "newest": (gettext_lazy("Newest"), "published_at", _latest),
        "closing": (gettext_lazy("Closing soon"), "closes_on", lambda day: day or date.max),
    },
    is_hushed=False,
)


@require_safe
def openings(request: ViewedRequest) -> HttpResponse:
    viewer = request.viewer

    def rows(keys: list[int]) -> Sequence[Opening]:
        """Keys of what is visible: `find` took them from `visible` in this request."""
        return list(Opening.objects.filter(pk__in=keys).for_list())

    page = list_page(
        request, LISTING, rows=rows, heading=_heading, line=lambda row: opening_line(row, viewer)
    )
    return render(request, "matching/openings.html", page)


def _heading(found: Found) -> str:
    if found.total == 0:
        return _("No opening found")
    return ngettext("One opening", "%(total)s openings", found.total) % {"total": told_total(found)}
