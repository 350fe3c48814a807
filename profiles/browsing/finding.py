"""What a reader finds in a list: how many, which rows stand on the page, counts of every facet."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial, reduce
from operator import or_
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from profiles.browsing.counting import a_page, choice, counts, totals
from profiles.browsing.filters import BrowseFilter
from profiles.browsing.held import Bits, Counted, Held, Sort
from profiles.browsing.options import at_least
from profiles.browsing.search import BEST, Search
from profiles.browsing.words import (
    Asked,
    having_spelt,
    having_title_words,
    having_words,
    near_words,
    understood,
)
from profiles.viewer import Viewer

Condition = tuple[Hashable, Callable[[], "QuerySet[Any]"]]
Having = Callable[["QuerySet[Any]", tuple[str, ...]], "QuerySet[Any]"]
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
    listing: Listing, search: Search, viewer: Viewer, size: int, also: Condition | None = None
) -> Found:
    """Narrow what the viewer may know of: by words, by what only SQL answers, then by facets.

    also: a further condition: what it is known by, and the rows that meet it
    """
    held, base = listing.counted.seen_by(viewer, lambda: listing.visible(viewer))
    groups = _having_text(listing, search.text, held, base)
    base = reduce(or_, groups) & _conditions(listing, search)
    if also is not None:
        base &= listing.counted.meeting(*also)
    facets = listing.filters.facets()
    chosen = {
        name: choice(facet, held.values[name], values)
        for name, facet in facets.items()
        if (values := search.values(name))
    }
    found = base
    for bits in chosen.values():
        found &= bits
    counted = counts(facets, held.values, base, chosen) if chosen else totals(facets, held, base)
    total = found.bit_count()
    pages = max(1, -(-total // size))
    page = min(max(1, search.page), pages)
    groups, sort = _in_order(listing, search, groups)
    keys = a_page(held, [each & found for each in groups], sort, (page - 1) * size, size)
    single = _single(listing, search, counted)
    told = at_least(total, single, (pages - 1) * size) if listing.is_hushed else None
    return Found(total, told, keys, page, pages, counted)


def _in_order(listing: Listing, search: Search, groups: list[Bits]) -> tuple[list[Bits], str]:
    """The groups that follow each other, and the sort within each.

    The best match keeps them apart, each in the usual order of the list.
    """
    if search.sort == BEST:
        return groups, next(iter(listing.sorts))
    return [reduce(or_, groups)], search.sort


def _conditions(listing: Listing, search: Search) -> Bits:
    found = -1
    for name, each in listing.filters.others().items():
        if value := search.known.get(name):
            cleaned = listing.filters.cleaned(name, value)
            rows = partial(each.filter, listing.rows(), cleaned)
            found &= listing.counted.meeting((name, cleaned), rows)
    return found


def _having_text(listing: Listing, text: str, held: Held, base: Bits) -> list[Bits]:
    """The rows of `base` that have the text, best first: by skill, then by words in the title."""
    if not text:
        return [base]
    asked = understood(text)
    if asked.names_nothing:
        return [0]
    groups = _having_skills(listing, asked, held, base)
    if not asked.words:
        return groups
    exact = _meeting(listing, having_words, asked.words)
    if any(each & exact for each in groups):
        title = _meeting(listing, having_title_words, asked.words)
        return _first([each & exact for each in groups], title)
    near = _meeting(listing, near_words, asked.words)
    return [each & near for each in groups]


def _having_skills(listing: Listing, asked: Asked, held: Held, base: Bits) -> list[Bits]:
    """Rows that have all the skills asked for, and then those whose text says one instead."""
    named = -1
    for slug, spelt in zip(asked.skills, asked.spelt, strict=True):
        having = held.values["skill"].get(slug, 0)
        named &= having
        base &= having | (_meeting(listing, having_spelt, spelt) if spelt else 0)
    return _first([base], named) if asked.skills else [base]


def _first(groups: list[Bits], wanted: Bits) -> list[Bits]:
    """Each group in two: what is wanted before the rest."""
    return [part for each in groups for part in (each & wanted, each & ~wanted)]


def _meeting(listing: Listing, having: Having, words: tuple[str, ...]) -> Bits:
    rows = partial(having, listing.rows(), words)
    return listing.counted.meeting((having.__name__, words), rows)


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
