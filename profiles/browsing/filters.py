"""How a list is narrowed: one FilterSet a model, for its page, the API and exports."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet

from profiles.browsing.facets import MOST_VALUES, Facet, Rows
from profiles.browsing.words import searched

LONGEST_SEARCH = 200


class WordsFilter(CharFilter):  # type: ignore[misc]  # django-filter is untyped
    """Every word of the text, a skill by its taxonomy entry; `skill` is the facet that has them.

    It narrows before all others: whether near spellings are asked for hangs on what is visible.
    """

    creation_counter = -1

    def __init__(self, skill: Facet) -> None:
        super().__init__(label=_("Search"), max_length=LONGEST_SEARCH)
        self.skill = skill
        self.creation_counter = WordsFilter.creation_counter

    def filter(self, rows: Rows, value: str) -> Rows:
        if not value:
            return rows
        return searched(rows, value, lambda found, slug: self.skill.filter(found, [slug]))


class BrowseFilter(FilterSet):  # type: ignore[misc]  # django-filter is untyped
    """Narrows rows that are already `visible_to(viewer)`; what is not given narrows nothing."""

    @classmethod
    def facets(cls) -> dict[str, Facet]:
        found = cls.base_filters.items()
        return {name: each for name, each in found if isinstance(each, Facet)}

    @classmethod
    def others(cls) -> dict[str, Any]:
        """The filters that are neither facets nor words: conditions only SQL can answer."""
        found = cls.base_filters.items()
        return {name: each for name, each in found if name != "q" and not isinstance(each, Facet)}

    @classmethod
    def lenient(cls, data: QueryDict) -> tuple[QueryDict, list[str]]:
        """For pages: what of the address means something, and the values that do not."""
        known, unknown = QueryDict(mutable=True), []
        for name, given in data.lists():
            good, bad = cls._sorted_out(name, [value for value in given if value.strip()])
            unknown += bad
            if good:
                known.setlist(name, good)
        return known, unknown

    @classmethod
    def _sorted_out(cls, name: str, values: list[str]) -> tuple[list[str], list[str]]:
        """The values that mean something, and those that do not; the text is cut to its length."""
        if name == "q":
            return [values[-1].replace("\0", " ").strip()[:LONGEST_SEARCH]] if values else [], []
        if name not in cls.base_filters:
            return values, []
        good = [value for value in dict.fromkeys(values) if cls._means(name, value)]
        return good[:MOST_VALUES], [value for value in values if value not in good]

    @classmethod
    def _means(cls, name: str, value: str) -> bool:
        facet = cls.base_filters[name]
        if isinstance(facet, Facet):
            return facet.knows(value)
        try:
            cls.cleaned(name, value)
        except ValidationError:
            return False
        return True

    @classmethod
    def cleaned(cls, name: str, value: str) -> Any:
        return cls.base_filters[name].field.clean(value)
