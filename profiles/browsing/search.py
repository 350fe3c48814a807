"""What a reader asks of a list: all of it stands in the address."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from profiles.browsing.filters import BrowseFilter
from profiles.browsing.options import Group

Pairs = list[tuple[str, str]]
BEST = "best"
"""The order by how well rows meet the text: by skill, then by words in the title."""


@dataclass(frozen=True, slots=True)
class Search:
    """`known` holds only values that exist; `unknown` are those that were left out."""

    route: str
    filters: type[BrowseFilter]
    sorts: tuple[str, ...]
    known: QueryDict
    unknown: list[str]

    @classmethod
    def of(
        cls, route: str, filters: type[BrowseFilter], sorts: tuple[str, ...], asked: QueryDict
    ) -> "Search":
        return cls(route, filters, sorts, *filters.lenient(asked))

    @property
    def text(self) -> str:
        return self.known.get("q") or ""

    @property
    def sort(self) -> str:
        """The order that is asked for, else the usual: the best match where there is a text."""
        wanted, choices = self.known.get("sort"), self.sort_choices
        return wanted if wanted in choices else choices[0]

    @property
    def sort_choices(self) -> tuple[str, ...]:
        return (BEST, *self.sorts) if self.text else self.sorts

    @property
    def page(self) -> int:
        wanted = self.known.get("page") or "1"
        return int(wanted[:6]) if wanted.isascii() and wanted.isdigit() else 1

    def values(self, name: str) -> list[str]:
        return self.known.getlist(name)

    def url(self, query: QueryDict | None = None) -> str:
        address = reverse(self.route)
        return f"{address}?{query.urlencode()}" if query else address

    def page_url(self, number: int) -> str:
        query = self._without("page")
        if number > 1:
            query["page"] = str(number)
        return self.url(query)

    def chips(self, groups: Iterable[Group]) -> Pairs:
        """(label, address without it) of everything that narrows the list."""
        text = [(self.text, self.url(self._without("q", "page")))] if self.text else []
        chosen = [
            (label, self._without_value(group.name, value))
            for group in groups
            for value, label in group.chosen
        ]
        return [*text, *chosen]

    def kept_by(self, *names: str) -> Pairs:
        """(name, value) that a form of these names must carry along."""
        query = self._without("page", *names)
        return [(name, value) for name, values in query.lists() for value in values]

    def _without_value(self, name: str, value: str) -> str:
        query = self._without("page")
        left = [kept for kept in query.getlist(name) if kept != value]
        if left:
            query.setlist(name, left)
        else:
            query.pop(name, None)
        return self.url(query)

    def _without(self, *names: str) -> QueryDict:
        query = self.known.copy()
        for name in names:
            query.pop(name, None)
        return query
