"""How openings are narrowed down: one declaration for pages, API and exports."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from django_filters import (
    CharFilter,
    ChoiceFilter,
    FilterSet,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
    NumberFilter,
)

from matching.models import Opening
from matching.pairings import registry
from matching.pairings.codes import Mode, Seniority
from matching.queries.openings import OpeningQuerySet
from profiles.labels import sector_choices
from profiles.models import Skill

LONGEST_SEARCH = 200
MOST_VALUES = 10
SENIORITY = {member.name.lower(): member for member in Seniority}


def seniority_choices() -> list[tuple[str, Any]]:
    return [(slug, member.label) for slug, member in SENIORITY.items()]


def country_choices() -> list[tuple[str, Any]]:
    return list(countries)


def at_most_some(values: Sequence[str]) -> None:
    """A join for each of hundreds of skills would hold up the database."""
    if len(values) > MOST_VALUES:
        raise ValidationError(
            _("Choose at most %(most)d."), code="too_many", params={"most": MOST_VALUES}
        )


class OpeningFilter(FilterSet):  # type: ignore[misc]  # django-filter is untyped
    """Narrows a queryset that is already `visible_to(viewer)`; a field not given narrows nothing.

    Country and sector are the opening's own, else its owner's, as in the matches.
    """

    q = CharFilter(label=_("Search"), method="having_words", max_length=LONGEST_SEARCH)
    pairing = MultipleChoiceFilter(label=_("Kind"), choices=registry.choices, distinct=False)
    skill = ModelMultipleChoiceFilter(
        label=_("Skills"),
        queryset=Skill.objects.all(),
        to_field_name="slug",
        method="asking_for_skills",
        validators=[at_most_some],
    )
    mode = MultipleChoiceFilter(label=_("Remote or on site"), choices=Mode.choices, distinct=False)
    country = ChoiceFilter(label=_("Country"), choices=country_choices, method="in_country")
    sector = ChoiceFilter(label=_("Sector"), choices=sector_choices, method="in_sector")
    seniority = ChoiceFilter(
        label=_("Seniority"), choices=seniority_choices(), method="at_seniority"
    )
    pay_min = NumberFilter(
        label=_("Pays at least, USD"),
        method="paying",
        min_value=0,
        max_value=1_000_000_000,
        decimal_places=0,
    )

    class Meta:
        model = Opening
        fields: list[str] = []

    @classmethod
    def lenient(cls, data: QueryDict, queryset: OpeningQuerySet) -> tuple[Self, list[str]]:
        """For pages: the filter without the values that mean nothing, and those values."""
        known, unknown = data.copy(), []
        fields = cls(data, queryset).form.fields
        for name, field in fields.items():
            good = [value for value in data.getlist(name) if _is_known(field, value)]
            unknown += [value for value in data.getlist(name) if value not in good]
            known.setlist(name, good[:MOST_VALUES])
        return cls(known, queryset), unknown

    def having_words(self, rows: OpeningQuerySet, name: str, value: str) -> OpeningQuerySet:
        return rows.searched(value)

    def asking_for_skills(
        self, rows: OpeningQuerySet, name: str, value: Iterable[Skill]
    ) -> OpeningQuerySet:
        return rows.asking_for([skill.slug for skill in value])

    def in_country(self, rows: OpeningQuerySet, name: str, value: str) -> OpeningQuerySet:
        return rows.filter(Q(country=value) | Q(country="", owner__country=value))

    def in_sector(self, rows: OpeningQuerySet, name: str, value: str) -> OpeningQuerySet:
        own = Q(sectors__contains=[value])
        return rows.filter(own | Q(sectors=[], owner__sectors__contains=[value]))

    def at_seniority(self, rows: OpeningQuerySet, name: str, value: str) -> OpeningQuerySet:
        return rows.filter(seniority=SENIORITY[value])

    def paying(self, rows: OpeningQuerySet, name: str, value: int) -> OpeningQuerySet:
        """Openings whose upper amount, or the only one said, reaches `value` US dollars."""
        return rows.filter(Q(usd_max__gte=value) | Q(usd_max=None, usd_min__gte=value))


def _is_known(field: forms.Field, value: str) -> bool:
    takes_many = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
    try:
        field.clean([value] if takes_many else value)
    except ValidationError:
        return False
    return True
