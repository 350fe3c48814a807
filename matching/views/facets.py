"""The filters of the openings list as groups of checkboxes, and what an address may ask of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django_countries import countries

from matching.filters import OpeningFilter
from matching.queries.facets import countries_of_openings, skills_in_demand

AT_ONCE = 8
"""Options shown before the rest waits behind a word to open it."""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of checkboxes, the chosen first; `more` are those behind the first few."""

    name: str
    legend: str
    options: list[Option]
    more: list[Option]
    kind: str = "checkbox"

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.checked]


def known_values(asked: QueryDict) -> tuple[QueryDict, list[str]]:
    """The part of an address that the filters know, and the values that they do not."""
    known, unknown = asked.copy(), []
    for name, field in _choice_fields().items():
        labels = _labels(field, asked.getlist(name))
        unknown += [value for value in asked.getlist(name) if value and value not in labels]
        known.setlist(name, list(labels))
    return known, unknown


def facets(known: QueryDict) -> list[Facet]:
    """Every group, with what open openings offer now and whatever is chosen."""
    offered = {
        "skill": [(skill.slug, skill.label) for skill in skills_in_demand()],
        "country": _named_countries(countries_of_openings()),
    }
    return [
        _facet(name, field, known.getlist(name), offered.get(name))
        for name, field in _choice_fields().items()
    ]


def _choice_fields() -> dict[str, forms.ChoiceField]:
    fields = OpeningFilter(QueryDict()).form.fields
    return {name: field for name, field in fields.items() if isinstance(field, forms.ChoiceField)}


def _labels(field: forms.ChoiceField, values: Iterable[str]) -> dict[str, str]:
    """Value to label of those values that exist."""
    wanted = list(dict.fromkeys(values))
    if not wanted:
        return {}
    if isinstance(field, forms.ModelMultipleChoiceField):
        key = field.to_field_name or "pk"
        rows = field.queryset.filter(**{f"{key}__in": wanted})  # type: ignore[union-attr]
        return {str(getattr(row, key)): str(row) for row in rows}
    labels = {str(value): str(label) for value, label in _choices(field)}
    return {value: labels[value] for value in wanted if value in labels}


def _choices(field: forms.ChoiceField) -> Iterable[tuple[Any, Any]]:
    return [(value, label) for value, label in field.choices if value != ""]  # type: ignore[misc]


def _named_countries(codes: list[str]) -> list[tuple[str, str]]:
    return sorted(((code, countries.name(code)) for code in codes), key=lambda pair: pair[1])


def _facet(
    name: str,
    field: forms.ChoiceField,
    chosen: list[str],
    offered: list[tuple[str, str]] | None,
) -> Facet:
    all_offered = dict(offered if offered is not None else _choices(field))
    labels = _labels(field, chosen) | {str(v): str(label) for v, label in all_offered.items()}
    options = [Option(value, label, value in chosen) for value, label in labels.items()]
    options.sort(key=lambda option: not option.checked)
    at_once = max(AT_ONCE, len(chosen))
    return Facet(name, str(field.label), options[:at_once], options[at_once:])
