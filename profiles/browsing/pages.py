"""What every list page hands to its template."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Page
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from profiles.browsing.filters import BrowseFilter
from profiles.browsing.finding import Found, Listing, find
from profiles.browsing.options import Group, group, number
from profiles.browsing.search import BEST, Search
from profiles.middleware import ViewedRequest

A_PAGE = 20
LONGEST_UNKNOWN = 40


def list_page(
    request: ViewedRequest,
    listing: Listing,
    *,
    rows: Callable[[list[int]], Sequence[Any]],
    heading: Callable[[Found], str],
    line: Callable[[Any], Any],
    also: Any = None,
    chip: tuple[str, str] | None = None,
) -> dict[str, Any]:
    """The context: `rows` fetches those of the keys, `line` makes of a row what the card shows.

    also: rows that meet a further condition; chip: its (label, address without it)
    """
    search = Search.of(listing.route, listing.filters, tuple(listing.sorts), request.GET)
    found = find(listing, search, request.viewer, A_PAGE, also)
    groups = _groups(listing, search, found)
    by_key = {row.pk: row for row in rows(found.keys)}
    return {
        "list_name": listing.route,
        "search": search,
        "total": found.total,
        "heading": heading(found),
        "lines": [line(by_key[key]) for key in found.keys if key in by_key],
        "facets": groups,
        "active": sum(len(each.chosen) for each in groups) + (chip is not None),
        "chips": [*([chip] if chip else []), *search.chips(groups)],
        "sorts": _sorts(listing, search),
        "kept_by_search": search.kept_by("q"),
        "kept_by_sort": search.kept_by("sort"),
        "kept_by_facets": search.kept_by(*(each.name for each in groups)),
        "unknown": _(", ").join(text[:LONGEST_UNKNOWN] for text in search.unknown),
        "here": search.url(),
        "clear_url": search.url(),
        **_pager(search, found),
    }


def pager(page: Page[Any], url: Callable[[int], str]) -> dict[str, Any]:
    """What components/pager.html reads of a page; url: of the page with this number."""
    return {
        "first": page.start_index(),
        "last": page.end_index(),
        "total": page.paginator.count,
        "previous_url": url(page.number - 1) if page.has_previous() else "",
        "next_url": url(page.number + 1) if page.has_next() else "",
    }


def told_total(found: Found) -> str:
    return number_format(found.total if found.told is None else found.told, use_l10n=True)


def _groups(listing: Listing, search: Search, found: Found) -> list[Group]:
    filters: type[BrowseFilter] = listing.filters
    facets = filters.facets()
    return [
        group(name, facets[name], found.counts[name], search.values(name), hushed=listing.is_hushed)
        if name in facets
        else number(name, each, search.known.get(name) or "")
        for name, each in filters.base_filters.items()
        if name != "q"
    ]


def _sorts(listing: Listing, search: Search) -> list[dict[str, object]]:
    labels = {
        BEST: _("Best match"),
        **{name: label for name, (label, *_column) in listing.sorts.items()},
    }
    return [
        {"value": name, "label": labels[name], "selected": name == search.sort}
        for name in search.sort_choices
    ]


def _pager(search: Search, found: Found) -> dict[str, object]:
    first = (found.page - 1) * A_PAGE + 1
    return {
        "first": first if found.total else 0,
        "last": first + len(found.keys) - 1 if found.total else 0,
        "is_exact": found.told is None,
        "told_total": told_total(found),
        "previous_url": search.page_url(found.page - 1) if found.page > 1 else "",
        "next_url": search.page_url(found.page + 1) if found.page < found.pages else "",
    }
