"""How people are narrowed down, and the facets that firms share with them."""

from typing import Any

from django.db.models import Case, F, TextField, Value, When
from django.utils.translation import gettext_lazy as _

from profiles.browsing.facets import ArrayFacet, Facet, RelatedFacet, country_facet, skill_facet
from profiles.browsing.filters import BrowseFilter, WordsFilter
from profiles.labels import governorate_choices, language_choices, sector_choices
from profiles.models import Profile
from profiles.models.verification import Verification

PEOPLE = (Profile.Kind.GRADUATE, Profile.Kind.MENTOR, Profile.Kind.INVESTOR)
Band = tuple[str, int, Any]
YEARS: tuple[Band, ...] = (
    ("10", 10, _("10 or more")),
    ("5", 5, _("5 to 9")),
    ("2", 2, _("2 to 4")),
    ("0", 0, _("Up to 1")),
)


def band_facet(column: str, bands: tuple[Band, ...], label: Any) -> Facet:
    """A number in bands, each (value, least number, label), the highest first."""
    cases = [When(**{f"{column}__gte": least}, then=Value(value)) for value, least, _ in bands]
    choices = [(value, name) for value, _, name in reversed(bands)]
    return Facet(Case(*cases, output_field=TextField()), label=label, choices=choices)


def sector_facet() -> Facet:
    return ArrayFacet("sectors", label=_("Sector"), choices=sector_choices, by_count=True)


def governorate_facet() -> Facet:
    return Facet(
        F("governorate__code"),
        label=_("Governorate"),
        choices=governorate_choices,
        by_count=True,
    )


def language_facet() -> RelatedFacet:
    return RelatedFacet(
        "spoken_languages__language__code", label=_("Languages"), choices=language_choices
    )


def verified_facet() -> Facet:
    """By what was checked; in a list of people everyone was."""
    checks = Verification.What.choices
    return Facet("verified_how", label=_("What was checked"), choices=checks)


class PersonFilter(BrowseFilter):
    kind = Facet("kind", label=_("Who"), choices=[(kind.value, kind.label) for kind in PEOPLE])
    skill = skill_facet("skills__slug")
    country = country_facet("country")
    governorate = governorate_facet()
    sector = sector_facet()
    language = language_facet()
    years = band_facet("experience_years", YEARS, _("Years of work"))
    verified = verified_facet()
    q = WordsFilter(skill)

    class Meta:
        model = Profile
        fields: list[str] = []
