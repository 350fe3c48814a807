"""How teams for hire are narrowed down: by what the firm and what its team says."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django_filters import NumberFilter

from matching.filters import SENIORITY, seniority_choices
from matching.queries.teams import teams
from profiles.browsing.facets import Facet, Rows, skill_facet
from profiles.browsing.filters import BrowseFilter, WordsFilter
from profiles.browsing.people import governorate_facet, language_facet
from profiles.models import Profile

MOST_PEOPLE = 1000


class TeamSeniority(Facet):
    """Of the firm's listed team: a firm without one has none."""

    def holding(self, rows: Rows, values: list[Any]) -> Rows:
        return rows.filter(pk__in=teams().filter(seniority__in=values).values("profile"))

    def held(self, rows: Rows) -> Rows:
        found = teams().filter(profile__in=rows.values("pk")).order_by()
        by_value = found.values(held=Cast("seniority", TextField()))
        keyed = by_value.annotate(of=Value(self.field_name), keys=ArrayAgg("profile_id"))
        return keyed.values_list("of", "held", "keys")


class PeopleFree(NumberFilter):  # type: ignore[misc]  # django-filter is untyped
    def filter(self, rows: Rows, value: int | None) -> Rows:
        """Firms of whose listed team at least `value` people are free."""
        if value is None:
            return rows
        return rows.filter(pk__in=teams().filter(headcount__gte=value).values("profile"))


class TeamFilter(BrowseFilter):
    skill = skill_facet("skills__slug")
    people = PeopleFree(
        label=_("People free, at least"), min_value=1, max_value=MOST_PEOPLE, decimal_places=0
    )
    seniority = TeamSeniority(
        "seniority",
        label=_("Seniority"),
        choices=seniority_choices(),
        stored={slug: member.value for slug, member in SENIORITY.items()},
    )
    language = language_facet()
    governorate = governorate_facet()
    q = WordsFilter(skill)

    class Meta:
        model = Profile
        fields: list[str] = []
