"""What a reader asks of the openings list: all of it stands in the address."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matching.filters import OpeningFilter
from matching.queries.openings import OpeningQuerySet
from matching.views.facets import Facet

NEWEST, CLOSING = "newest", "closing"
SORTS: dict[str, str | Promise] = {NEWEST: _("Newest"), CLOSING: _("Closing soon")}
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Search:
    """`filters` holds only values that exist; `unknown` are those that were left out."""

    filters: OpeningFilter
    unknown: list[str]

    @classmethod
    def of(cls, asked: QueryDict, openings: OpeningQuerySet) -> "Search":
        return cls(*OpeningFilter.lenient(asked, openings))

    @property
    def known(self) -> QueryDict:
        data: QueryDict = self.filters.data
        return data

    @property
    def text(self) -> str:
        return (self.known.get("q") or "").strip()

    @property
    def sort(self) -> str:
        wanted = self.known.get("sort")
        return wanted if wanted in SORTS else NEWEST

    @property
    def results(self) -> OpeningQuerySet:
        """What was found, in order."""
        found: OpeningQuerySet = self.filters.qs
        return found.closing_first() if self.sort == CLOSING else found.newest_first()

    def url(self, query: QueryDict) -> str:
        address = reverse("openings")
        return f"{address}?{query.urlencode()}" if query else address

    def page_url(self, number: int) -> str:
        query = self._without("page")
        if number > 1:
            query["page"] = str(number)
        return self.url(query)

    def chips(self, facets: list[Facet]) -> Pairs:
        """(label, address without it) of everything that narrows the list."""
        text = [(self.text, self.url(self._without("q", "page")))] if self.text else []
        chosen = [
            (label, self._without_value(facet.name, value))
            for facet in facets
            for value, label in facet.chosen
        ]
        return [*text, *chosen]

    def kept_by(self, *names: str) -> Pairs:
        """(name, value) that a form of these names must carry along."""
        query = self._without("page", *names)
        return [(name, value) for name, values in query.lists() for value in values]

    def _without_value(self, name: str, value: str) -> str:
        query = self._without("page")
        query.setlist(name, [kept for kept in query.getlist(name) if kept != value])
        return self.url(_dropping_empty(query))

    def _without(self, *names: str) -> QueryDict:
        query = self.known.copy()
        for name in names:
            query.pop(name, None)
        return _dropping_empty(query)


def _dropping_empty(query: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if any(values):
            kept.setlist(name, [value for value in values if value])
    return kept
