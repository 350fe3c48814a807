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
from matching.queries.mandates import FITS, NO, YES, Fit, fit_of, fitting, raised
from matching.saved import lists
from matching.saved.lists import Rows, SearchableList, Span
from profiles.viewer import Viewer

LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A list narrowed down as its page narrows it, by the same filters over the same rows.

    left_out: values that mean nothing (any more); fit: of a list that follows a mandate
    """

    of: SearchableList
    filters: Any
    left_out: list[str]
    fit: Fit | None = None

    @classmethod
    def by(cls, entry: SearchableList, query: str, viewer: Viewer) -> "Asked":
        listing, data = entry.listing(viewer), QueryDict(query)
        known, left_out = listing.filters.lenient(data)
        fit = fit_of(viewer, data) if entry.follows_mandate else None
        return cls(entry, listing.filters(known, listing.visible(viewer)), left_out, fit)

    @property
    def found(self) -> Rows:
        """The mandate comes last: whether near spellings are asked for does not hang on it."""
        rows = self.filters.qs
        if self.fit and self.fit.narrows:
            rows = rows.filter(pk__in=fitting(self.fit.mandates).values("pk"))
        return rows

    def came(self, span: Span, viewer: Viewer) -> Rows:
        """What of it appeared in that time; for a mandate, a raise that was stated then too."""
        came = self.of.came(span, viewer)
        if self.fit and self.fit.narrows:
            came |= raised(span)
        return self.of.told(self.found.filter(came))

    @property
    def query(self) -> str:
        """The address's part after "?": no page, no sort, nothing that the list does not know.

        That it follows a mandate is written down, so that it is missed where there is none left.
        """
        kept = QueryDict(mutable=True)
        if self.fit and (self.fit.narrows or self.fit.asked):
            kept[FITS] = NO if self.fit.asked == NO else YES
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
        if self.fit and self.fit.narrows:
            yield _("Fits my mandate")
        for name, field in self.filters.form.fields.items():
            values = [value for value in self.filters.data.getlist(name) if value.strip()]
            if values:
                yield from _said(field, values)


def asked_by(search: SavedSearch, viewer: Viewer) -> Asked | None:
    """A saved search asked anew by this viewer; `None` where its list is no more."""
    entry = lists.get(search.list)
    if entry is None:
        return None
    asked = Asked.by(entry, search.query, viewer)
    asked.left_out.extend(_lost(asked))
    return asked


def _lost(asked: Asked) -> Iterator[str]:
    """What the search was kept with and its reader may not ask now: a mandate, a raise's stage."""
    if asked.fit and asked.fit.is_lost:
        yield _("Fits my mandate")
    for name, values in asked.filters.data.lists():
        if name != FITS and name not in asked.filters.base_filters:
            yield from values


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
