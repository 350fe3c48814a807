"""The list of openings: search, filters, sort; open to strangers."""

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching.models import Opening
from matching.views.facets import facets
from matching.views.lines import opening_line
from matching.views.search import SORTS, Search
from profiles.middleware import ViewedRequest

A_PAGE = 20


@require_safe
def openings(request: ViewedRequest) -> HttpResponse:
    search = Search.of(request.GET, Opening.objects.visible_to(request.viewer).open())
    page = Paginator(search.results.for_list(), A_PAGE).get_page(request.GET.get("page"))
    groups = facets(search.filters)
    return render(
        request,
        "matching/openings.html",
        {
            "search": search,
            "total": page.paginator.count,
            "heading": _heading(page.paginator.count),
            "lines": [opening_line(opening, request.viewer) for opening in page],
            "facets": groups,
            "active": sum(len(group.chosen) for group in groups),
            "chips": search.chips(groups),
            "sorts": _sorts(search),
            "kept_by_search": search.kept_by("q"),
            "kept_by_sort": search.kept_by("sort"),
            "kept_by_facets": search.kept_by(*(group.name for group in groups)),
            "unknown": _(", ").join(search.unknown),
            "clear_url": reverse("openings"),
            **_pages(page, search),
        },
    )


def _heading(total: int) -> str:
    if total == 0:
        return _("No opening found")
    count = number_format(total, use_l10n=True)
    return ngettext("One opening", "%(total)s openings", total) % {"total": count}


def _sorts(search: Search) -> list[dict[str, object]]:
    return [
        {"value": value, "label": label, "selected": value == search.sort}
        for value, label in SORTS.items()
    ]


def _pages(page: Page[Opening], search: Search) -> dict[str, object]:
    return {
        "first": page.start_index(),
        "last": page.end_index(),
        "previous_url": search.page_url(page.number - 1) if page.has_previous() else "",
        "next_url": search.page_url(page.number + 1) if page.has_next() else "",
    }
