"""The filters of the openings list as groups of a form, with what is chosen in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django_countries import countries

from matching.filters import OpeningFilter
from matching.queries.facets import countries_of_openings, skills_in_demand

AT_ONCE = 8
"""Options shown before the rest waits behind a word that opens it."""
Choices = Iterable[tuple[Any, Any]]
MULTIPLE = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One group; `kind` is checkbox, radio or number (with `value`). Of many, the chosen lead."""

    name: str
    legend: str
    kind: str
    options: list[Option]
    more: list[Option]
    value: str = ""

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """(value, label) of what narrows the list."""
        if self.kind == "number":
            label = _("%(name)s: %(value)s") % {"name": self.legend, "value": self.value}
            return [(self.value, label)] if self.value else []
        return [(option.value, option.label) for option in self.options if _narrows(option)]


def facets(filters: OpeningFilter) -> list[Facet]:
    """Every group, with what open openings offer now and whatever is chosen."""
    offered = {
        "skill": [(skill.slug, skill.label) for skill in skills_in_demand()],
        "country": _named(countries_of_openings()),
    }
    data: QueryDict = filters.data
    groups = (
        _facet(name, field, data.getlist(name), offered.get(name))
        for name, field in filters.form.fields.items()
    )
    return [group for group in groups if group is not None]


def _narrows(option: Option) -> bool:
    return option.checked and option.value != ""


def _named(codes: list[str]) -> list[tuple[str, str]]:
    return sorted(((code, countries.name(code)) for code in codes), key=lambda pair: pair[1])


def _facet(
    name: str, field: forms.Field, chosen: list[str], offered: Choices | None
) -> Facet | None:
    legend = str(field.label)
    if isinstance(field, forms.DecimalField):
        return Facet(name, legend, "number", [], [], value=next(iter(chosen), ""))
    if not isinstance(field, forms.ChoiceField):
        return None
    kind = "checkbox" if isinstance(field, MULTIPLE) else "radio"
    options = _options(field, chosen, offered if offered is not None else _choices(field))
    if kind == "radio":
        options.insert(0, Option("", _("Any"), checked=not chosen))
    at_once = max(AT_ONCE, len(chosen))
    return Facet(name, legend, kind, options[:at_once], options[at_once:])


def _options(field: forms.ChoiceField, chosen: list[str], offered: Choices) -> list[Option]:
    labels = {str(value): str(label) for value, label in offered} | _labels(field, chosen)
    options = [Option(value, label, value in chosen) for value, label in labels.items()]
    if len(options) <= AT_ONCE:
        return options
    return sorted(options, key=lambda option: not option.checked)


def _labels(field: forms.ChoiceField, values: list[str]) -> dict[str, str]:
    """Value to label of these values."""
    if not values:
        return {}
    if isinstance(field, forms.ModelMultipleChoiceField):
        rows = field.clean(values)
        return {str(field.prepare_value(row)): str(row) for row in rows}
    labels = {str(value): str(label) for value, label in _choices(field)}
    return {value: labels[value] for value in values if value in labels}


def _choices(field: forms.ChoiceField) -> Choices:
    return [(value, label) for value, label in field.choices if value != ""]  # type: ignore[union-attr,misc]
