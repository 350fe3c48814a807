"""Facets: one declaration of where a value stands gives the filter and the counting alike."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import ValidationError
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from django_filters import MultipleChoiceFilter
from drf_spectacular.utils import extend_schema_field

from profiles.browsing.skills import skill_names
from profiles.labels import country_name

MOST_VALUES = 10
Rows: TypeAlias = Any
"""A queryset; its typing knows no aliases and no aggregates."""
Choices = Sequence[tuple[Any, Any]] | Callable[[], Sequence[tuple[Any, Any]]]


def at_most_some(values: Sequence[str]) -> None:
    """A condition for each of hundreds of values would hold up the database."""
    if len(values) > MOST_VALUES:
        raise ValidationError(
            _("Choose at most %(most)d."), code="too_many", params={"most": MOST_VALUES}
        )


class Facet(MultipleChoiceFilter):  # type: ignore[misc]  # django-filter is untyped
    """Rows with any of the values of a column, or of an expression over several.

    knows, label: whether there is such a value, and its name; from the choices where not given
    by_count: the most frequent first, instead of in the order of the choices
    stored: a value of the address as the column has it, where the two differ
    """

    is_narrowing = False
    """Whether each further value takes rows away, so that counts are of the rows found."""
    has_one_value = True
    """Whether a row has one value at most, so that its counts add up to the rows."""

    def __init__(
        self,
        expression: Any,
        *,
        label: Any,
        choices: Choices,
        knows: Callable[[str], bool] | None = None,
        named: Callable[[str], str] | None = None,
        by_count: bool = False,
        stored: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(label=label, choices=choices, distinct=False, validators=[at_most_some])
        if callable(choices) or stored:
            extend_schema_field(_described(label, choices))(self)
        self.expression = F(expression) if isinstance(expression, str) else expression
        self.all_choices = choices
        self.knows = knows or (lambda value: value in self.labels())
        self.named = named
        self.by_count = by_count
        self.stored = stored or {}

    def labels(self) -> dict[str, Any]:
        """Label by value, in the order of the choices."""
        found = self.all_choices() if callable(self.all_choices) else self.all_choices
        return {str(value): label for value, label in found}

    def filter(self, rows: Rows, values: Iterable[str]) -> Rows:
        chosen = [self.stored.get(value, value) for value in values or ()]
        return self.holding(rows, chosen) if chosen else rows

    def holding(self, rows: Rows, values: list[Any]) -> Rows:
        return rows.alias(**{self.alias: self.expression}).filter(**{f"{self.alias}__in": values})

    @property
    def alias(self) -> str:
        return f"facet_{self.field_name}"

    def held(self, rows: Rows) -> Rows:
        """(name of the facet, value as text, keys of the rows that have it) of every value."""
        value = Cast(self.each(), TextField())
        return (
            rows.order_by()
            .values(held=value)
            .annotate(of=Value(self.field_name), keys=ArrayAgg("pk"))
            .values_list("of", "held", "keys")
        )

    def each(self) -> Any:
        """The expression, a row for each value."""
        return self.expression

    def asked(self, value: str | None) -> str | None:
        """The value of the column as an address has it; nothing where nothing was said."""
        back = {str(stored): asked for asked, stored in self.stored.items()}
        return back.get(value, value) if value else None


class ArrayFacet(Facet):
    """Rows whose array has any of the values."""

    has_one_value = False

    def holding(self, rows: Rows, values: list[Any]) -> Rows:
        field = {f"{self.alias}__overlap": values}
        return rows.alias(**{self.alias: self.expression}).filter(**field)

    def each(self) -> Any:
        return Func(self.expression, function="unnest", output_field=TextField())


class RelatedFacet(Facet):
    """Rows related to any of the values; `path` is a lookup through the relation.

    all_of: rows related to all of them; `of` narrows the relation, as a condition on the rows
    """

    has_one_value = False

    def __init__(self, path: str, *, all_of: bool = False, of: Any = None, **declared: Any) -> None:
        super().__init__(path, **declared)
        self.path = path
        self.of = of
        self.is_narrowing = all_of

    def holding(self, rows: Rows, values: list[Any]) -> Rows:
        wanted = [[value] for value in values] if self.is_narrowing else [values]
        for some in wanted:
            rows = rows.filter(pk__in=self._related(rows, some))
        return rows

    def _related(self, rows: Rows, values: list[Any]) -> Rows:
        found = rows.model._default_manager.filter(**{f"{self.path}__in": values})
        return (found.filter(self.of()) if self.of else found).order_by().values("pk")

    def held(self, rows: Rows) -> Rows:
        return super().held(rows.filter(self.of()) if self.of else rows)


def skill_facet(path: str) -> RelatedFacet:
    return RelatedFacet(
        path,
        all_of=True,
        label=_("Skills"),
        choices=skill_names.choices,
        knows=skill_names.knows,
        named=skill_names.label,
        by_count=True,
    )


def country_facet(expression: Any) -> Facet:
    return Facet(
        expression,
        label=_("Country"),
        choices=country_choices,
        knows=lambda code: bool(countries.alpha2(code)) and code == code.upper(),
        named=country_name,
        by_count=True,
    )


def country_choices() -> list[tuple[str, Any]]:
    return list(countries)


def _described(label: Any, choices: Choices) -> dict[str, Any]:
    """For the API's description, which would look for a column of that name and its type."""
    text = {"type": "string", "description": label}
    return text if callable(choices) else {**text, "enum": [str(value) for value, _ in choices]}
