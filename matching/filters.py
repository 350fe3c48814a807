"""How openings are narrowed down: one declaration for pages, API and exports."""

from typing import Any

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from django_filters import NumberFilter
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from matching.models import Opening
from matching.pairings import registry
from matching.pairings.codes import Mode, Seniority
from matching.queries.openings import OpeningQuerySet
from profiles.browsing.facets import ArrayFacet, Facet, country_facet, skill_facet
from profiles.browsing.filters import BrowseFilter, WordsFilter
from profiles.labels import sector_choices

SENIORITY = {member.name.lower(): member for member in Seniority}
MOST_PAY = 1_000_000_000


def seniority_choices() -> list[tuple[str, Any]]:
    return [(slug, member.label) for slug, member in SENIORITY.items()]


@extend_schema_field(OpenApiTypes.INT)
class PayFilter(NumberFilter):  # type: ignore[misc]  # django-filter is untyped
    def filter(self, rows: OpeningQuerySet, value: int | None) -> OpeningQuerySet:
        """Openings whose upper amount, or the only one said, reaches `value` US dollars."""
        if value is None:
            return rows
        return rows.filter(Q(usd_max__gte=value) | Q(usd_max=None, usd_min__gte=value))


class OpeningFilter(BrowseFilter):
    """Country and sector are the opening's own, else its owner's, as in the matches."""

    pairing = Facet("pairing", label=_("Kind"), choices=registry.choices)
    skill = skill_facet("skills__slug")
    mode = Facet("mode", label=_("Remote or on site"), choices=Mode.choices)
    country = country_facet(
        Coalesce(NullIf(F("country"), Value("")), F("owner__country"), output_field=TextField())
    )
    sector = ArrayFacet(
        Case(When(sectors=[], then=F("owner__sectors")), default=F("sectors")),
        label=_("Sector"),
        choices=sector_choices,
        by_count=True,
    )
    seniority = Facet(
        "seniority",
        label=_("Seniority"),
        choices=seniority_choices(),
        stored={slug: member.value for slug, member in SENIORITY.items()},
    )
    pay_min = PayFilter(
        label=_("Pays at least, USD"), min_value=0, max_value=MOST_PAY, decimal_places=0
    )
    q = WordsFilter(skill)

    class Meta:
        model = Opening
        fields: list[str] = []
