"""The list of openings: search, filters, sort; open to strangers."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching import listings
from matching.models import Opening
from matching.views.lines import opening_line
from profiles.browsing.finding import Found
from profiles.browsing.pages import list_page, told_total
from profiles.middleware import ViewedRequest


@require_safe
def openings(request: ViewedRequest) -> HttpResponse:
    viewer = request.viewer

    def rows(keys: list[int]) -> Sequence[Opening]:
        """Keys of what is visible: `find` took them from the listing in this request."""
        return list(Opening.objects.filter(pk__in=keys).for_list())

    page = list_page(
        request,
        listings.OPENINGS,
        rows=rows,
        heading=_heading,
        line=lambda row: opening_line(row, viewer),
    )
    return render(request, "matching/openings.html", page)


def _heading(found: Found) -> str:
    if found.total == 0:
        return _("No opening found")
    return ngettext("One opening", "%(total)s openings", found.total) % {"total": told_total(found)}
