"""What a reader finds in a list: how many, which rows stand on the page, counts of every facet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import QuerySet
from django.utils.functional import Promise

from profiles.browsing.counting import (
    Bits,
    Counted,
    Held,
    Sort,
    a_page,
    choice,
    counts,
    keys_of,
)
from profiles.browsing.filters import BrowseFilter
from profiles.browsing.options import at_least
from profiles.browsing.search import Search
from profiles.browsing.words import having_words, in_title, near_words, titled, understood
from profiles.viewer import Viewer

Visible = Callable[[Viewer], "QuerySet[Any]"]


@dataclass(frozen=True)
class Listing:
    """A list: what may ever stand in it, how it is narrowed and sorted, where it is.

    about: what its rows are called in `browsing.noting`
    sorts: name to label, the column it reads and the key made of that, the least first
    visible: the rows that a viewer may know of
    is_hushed: small counts are not told
    """

    route: str
    about: str
    filters: type[BrowseFilter]
    rows: Callable[[], "QuerySet[Any]"]
    visible: Visible
    sorts: Mapping[str, tuple[str | Promise, str, Sort]]
    is_hushed: bool

    @cached_property
    def counted(self) -> Counted:
        sorts = {name: (column, key) for name, (_, column, key) in self.sorts.items()}
        return Counted(self.about, self.rows, self.filters.facets(), sorts)


@dataclass(frozen=True, slots=True)
class Found:
    """`keys` of the rows on the page, which counts from 1; `told` instead of a hushed total."""

    total: int
    told: int | None
    keys: list[int]
    page: int
    pages: int
    counts: dict[str, dict[str, int]]


def find(
    listing: Listing, search: Search, viewer: Viewer, size: int, also: "QuerySet[Any] | None" = None
) -> Found:
    """Narrow what the viewer may know of: by words, by what only SQL answers, then by facets.

    also: a further condition, as a queryset of the rows that meet it
    """
    held, base = listing.counted.seen_by(viewer, listing.visible)
    groups = _having_text(listing, search.text, held, base)
    base = (groups[0] | groups[1]) & _conditions(listing, search, held)
    if also is not None:
        base &= held.bits(keys_of(also))
    facets = listing.filters.facets()
    chosen = {
        name: choice(facet, held.values[name], values)
        for name, facet in facets.items()
        if (values := search.values(name))
    }
    found = base
    for bits in chosen.values():
        found &= bits
    counted = counts(facets, held.values, base, chosen)
    total = found.bit_count()
    pages = max(1, -(-total // size))
    page = min(max(1, search.page), pages)
    keys = a_page(held, [each & found for each in groups], search.sort, (page - 1) * size, size)
    told = at_least(total, _single(listing, search, counted)) if listing.is_hushed else None
    return Found(total, told, keys, page, pages, counted)


def _conditions(listing: Listing, search: Search, held: Held) -> Bits:
    found = -1
    for name, each in listing.filters.others().items():
        if value := search.known.get(name):
            cleaned = listing.filters.cleaned(name, value)
            found &= held.bits(keys_of(each.filter(listing.rows(), cleaned)))
    return found


def _having_text(listing: Listing, text: str, held: Held, base: Bits) -> tuple[Bits, Bits]:
    """The rows of `base` that have the text, those that have it in their title apart, first."""
    if not text:
        return base, 0
    asked = understood(text)
    if asked.names_nothing:
        return 0, 0
    base &= choice(listing.filters.facets()["skill"], held.values["skill"], asked.skills)
    if not asked.words:
        return base, 0
    exact = _hits(listing, having_words(listing.rows(), asked.words), asked.words, held, base)
    if exact[0] | exact[1]:
        return exact
    near = near_words(listing.rows(), asked.words)
    return 0, held.bits(keys_of(near)) & base


def _hits(
    listing: Listing, rows: "QuerySet[Any]", words: tuple[str, ...], held: Held, base: Bits
) -> tuple[Bits, Bits]:
    """In one query: rows with all words in the title, and the rest."""
    found = (
        titled(rows)
        .order_by()
        .aggregate(
            title=ArrayAgg("pk", filter=in_title(words)),
            rest=ArrayAgg("pk", filter=~in_title(words)),
        )
    )
    return held.bits(found["title"] or ()) & base, held.bits(found["rest"] or ()) & base


def _single(
    listing: Listing, search: Search, counted: dict[str, dict[str, int]]
) -> list[dict[str, int]]:
    """Of each facet with one value a row: how many of the rows found have each value."""
    return [
        {value: n for value, n in counted[name].items() if not chosen or value in chosen}
        for name, facet in listing.filters.facets().items()
        if facet.has_one_value
        for chosen in [search.values(name)]
    ]
