"""The terms columns of a file: every pairing's own form checks them, as it does on a page."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from django import forms
from django.utils import translation

from matching.models import Terms
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side
from matching.pairings.terms import NO, YES, TermsForm
from profiles.folding import fold
from profiles.loading import cells, lists
from profiles.loading.tables import Column, Row, RowRefusedError
from profiles.loading.words import Words
from profiles.loading.writing import Columns, assign

PART = "terms"
REMEMBERED = 4096
"""Different terms whose answers are kept: a megabyte or two."""

Checked = tuple[Columns, tuple[tuple[str, str], ...]]
"""Columns to store, which many rows share and none may change; or columns with what is wrong."""

STORED = frozenset(field.name for field in Terms._meta.get_fields()) - {"pairing", "terms"}
EXAMPLES = {
    "mode": "remote",
    "seniority": "junior",
    "usd_min": "1200",
    "usd_max": "1800",
    "routes": "direct; contractor",
    "stages": "seed; series_a",
    "regions": "palestine; gulf",
    "instruments": "safe",
    "topics": "career; cv",
    "weeks": "12",
    "headcount": "4",
    "hours_overlap": "3",
    "hours_month": "4",
    "duration_months": "6",
    "listed": "yes",
    "shows_match": "yes",
    "goals": "Pass an interview",
}


def pairing(cell: str) -> Pairing:
    try:
        return registry.get(cell)
    except LookupError:
        known = ", ".join(registry.all_pairings())
        raise ValueError(f"“{cell[:40]}” is no pairing. Write one of {known}.") from None


def asked_columns(words: Words) -> tuple[Column, ...]:
    """What both sides may ask for in words of the taxonomy."""
    return (
        Column(
            "skills",
            "what is asked for, each with `:level` 1 to 4 (any where not given) and `*importance` "
            "1 helpful, 2 important, 3 essential (2 where not given)",
            "React:3*3; PostgreSQL*2; Docker",
            lists.asked_skills(words),
            blank=dict,
            part="skills",
        ),
        Column(
            "sectors",
            "slugs, labels or synonyms; empty: those of the profile",
            "fintech; health",
            lists.sector_slugs(words),
            blank=list,
        ),
        Column(
            "languages",
            "codes or labels of the languages asked for",
            "ar; en",
            lists.language_codes(words),
            blank=list,
        ),
    )


def columns(side: Side) -> tuple[Column, ...]:
    """A column for every field of any pairing's form on this side."""
    fields: dict[str, dict[str, forms.Field]] = {}
    for declared in registry.all_pairings().values():
        for name, field in declared.terms(side).base_fields.items():
            fields.setdefault(name, {})[declared.slug] = field
    return tuple(
        Column(name, _meaning(by_pairing), EXAMPLES.get(name, ""), str, part=PART)
        for name, by_pairing in fields.items()
    )


def _meaning(by_pairing: Mapping[str, forms.Field]) -> str:
    """The labels, with the pairings that ask, and what may be written."""
    with translation.override("en"):
        pairings_by_label: dict[str, list[str]] = {}
        for slug, field in by_pairing.items():
            pairings_by_label.setdefault(str(field.label), []).append(slug)
    asks = "; ".join(f"{label} ({', '.join(s)})" for label, s in pairings_by_label.items())
    choices = getattr(next(iter(by_pairing.values())), "choices", None)
    return f"{asks}: {cells.listed(choices)}" if choices else asks


class Taker:
    """Takes the terms of one side out of the rows of a file.

    A file repeats itself: of the same cells the form is asked once, while they are remembered.
    """

    def __init__(self, side: Side) -> None:
        self.side = side
        self._forms: dict[type[forms.Form], forms.Form] = {}
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._checked)

    def take(self, row: Row, declared: Pairing, terms: Columns) -> bool:
        """Put the row's terms on `terms`; whether anything differed.

        Columns that the file does not have stay as they are. Raises RowRefusedError.
        """
        form_class = declared.terms(self.side)
        values, mistakes = self._remembered(form_class, _form_data(row, form_class, terms))
        refused = _refused(form_class, terms["terms"], values.get("terms", {}))
        if wrong := [*_foreign(row, declared, self.side), *mistakes, *refused]:
            raise RowRefusedError(row.line, wrong)
        return assign(terms, values)

    def _checked(self, form_class: type[forms.Form], data: tuple[Any, ...]) -> Checked:
        form = self._form(form_class)
        form.data = dict(zip(form_class.base_fields, data, strict=True))
        form.full_clean()
        cleaned = form.cleaned_data
        stored = {name: value for name, value in cleaned.items() if name in STORED}
        further = {n: v for n, v in cleaned.items() if n not in STORED and v not in ("", None, [])}
        return {**stored, "terms": further}, tuple(_mistakes(form))

    def _form(self, form_class: type[forms.Form]) -> forms.Form:
        """One form for all rows: to make one takes longer than to check with it."""
        return self._forms.setdefault(form_class, form_class({}))


def _foreign(row: Row, declared: Pairing, side: Side) -> Iterable[tuple[str, str]]:
    own = declared.terms(side).base_fields
    for column in _foreign_names(declared.terms(side), side):
        if row.values.get(column):
            known = ", ".join(own)
            yield (
                column,
                f"is not asked in {declared.slug}. Leave it empty; {declared.slug} asks {known}.",
            )


def _refused(
    form_class: type[TermsForm], said: Columns, wanted: Columns
) -> Iterable[tuple[str, str]]:
    """What the owner said no to is not turned into yes by a file."""
    for name in sorted(form_class.asks_leave):
        if said.get(name) == NO and wanted.get(name) == YES:
            yield name, "was answered no. Only the owner, or staff in the admin, may say yes."


@cache
def _foreign_names(form_class: type[forms.Form], side: Side) -> tuple[str, ...]:
    """The terms columns of a file that this form does not ask for."""
    return tuple(sorted({column.name for column in columns(side)} - form_class.base_fields.keys()))


def _form_data(row: Row, form_class: type[forms.Form], terms: Columns) -> tuple[Any, ...]:
    """What the form is asked about, field by field; lists as tuples, to be remembered by."""
    return tuple(
        _written(form_class, name, row.values[name]) if name in row.values else _stored(name, terms)
        for name in form_class.base_fields
    )


def _stored(name: str, terms: Columns) -> Any:
    value = terms[name] if name in STORED else terms["terms"].get(name)
    if isinstance(value, list):
        return tuple(value)
    return "" if value is None else value


def _written(form_class: type[forms.Form], name: str, cell: str) -> Any:
    """Codes may be written as their labels, in either language; several stand apart by `;`."""
    known = _spellings(form_class, name)
    if isinstance(form_class.base_fields[name], forms.MultipleChoiceField):
        return tuple(known.get(fold(part), part) for part in cells.parts(cell))
    return known.get(fold(cell), cell) if known else cell


@cache
def _spellings(form_class: type[forms.Form], name: str) -> dict[str, Any]:
    return cells.spellings(getattr(form_class.base_fields[name], "choices", ()))


def _mistakes(form: forms.Form) -> Iterable[tuple[str, str]]:
    with translation.override("en"):
        for column, errors in form.errors.items():
            choices = getattr(form.fields[column], "choices", None)
            allowed = f" Write one of: {cells.listed(choices)}." if choices else ""
            yield column, " ".join(map(str, errors)) + allowed
