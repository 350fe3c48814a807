"""What is asked of a list, as it is kept: known filters only, in one order, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from matching.models import SavedSearch
from matching.saved import lists
from matching.saved.lists import Rows, SearchableList
from profiles.viewer import Viewer

LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A list narrowed down. `left_out` are values that mean nothing (any more)."""

    of: SearchableList
    filters: Any
    left_out: list[str]

    @classmethod
    def by(cls, entry: SearchableList, query: str, viewer: Viewer) -> "Asked":
        known, left_out = entry.filters.lenient(QueryDict(query))
        return cls(entry, entry.filters(known, entry.rows(viewer)), left_out)

    @property
    def found(self) -> Rows:
        return self.filters.qs

    @property
    def query(self) -> str:
        """The address's part after "?": no page, no sort, nothing that the list does not know."""
        kept = QueryDict(mutable=True)
        for name in sorted(self.filters.form.fields):
            values = sorted({value.strip() for value in self.filters.data.getlist(name)} - {""})
            if values:
                kept.setlist(name, values)
        return kept.urlencode()

    @property
    def labels(self) -> tuple[str, str]:
        """What the search is called, in English and in Arabic."""
        return self._label("en"), self._label("ar")

    def _label(self, language: str) -> str:
        with override(language):
            said = _(", ").join(self._words()) or str(self.of.label)
            return Truncator(said).chars(LONGEST_LABEL)

    def _words(self) -> Iterator[str]:
        for name, field in self.filters.form.fields.items():
            values = [value for value in self.filters.data.getlist(name) if value.strip()]
            if values:
                yield from _said(field, values)


def asked_by(search: SavedSearch, viewer: Viewer) -> Asked | None:
    """A saved search asked anew by this viewer; `None` where its list is no more."""
    entry = lists.get(search.list)
    return Asked.by(entry, search.query, viewer) if entry else None


def _said(field: forms.Field, values: list[str]) -> list[str]:
    """The values of one filter as its chips say them."""
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        labels = {str(value): str(label) for value, label in choices}
        return [labels.get(value, value) for value in values]
    if isinstance(field, forms.DecimalField):
        return [
            _("%(name)s: %(value)s") % {"name": field.label, "value": value} for value in values
        ]
    return values
