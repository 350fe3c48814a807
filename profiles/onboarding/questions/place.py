"""Where somebody is: a governorate in Palestine, a country elsewhere; the zone follows from it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from profiles.models import Governorate, Profile
from profiles.preferences import describe_place
from profiles.questions.declaration import Question, QuestionForm, Said
from profiles.zones import clocks_of, offset_label, zone_in_palestine, zone_label, zones_of

PALESTINE = "PS"


def governorate_field(*, required: bool = True) -> forms.ModelChoiceField[Governorate]:
    return forms.ModelChoiceField(
        Governorate.objects.order_by("code"),
        label=gettext_lazy("Governorate"),
        required=required,
        to_field_name="code",
        empty_label=gettext_lazy("Choose"),
    )


def country_choices() -> list[tuple[str, Any]]:
    return [("", _("Choose")), *countries]


class AbroadForm(QuestionForm):
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=country_choices)

    def known(self, row: Profile) -> dict[str, Any]:
        return {"country": row.country.code}

    def save(self) -> None:
        country = self.cleaned_data["country"]
        zones = zones_of(country)
        zone = self.row.time_zone if self.row.time_zone in zones else next(iter(zones), "UTC")
        place = {"country": country, "governorate": None, "time_zone": zone}
        describe_place(profile=self.row, by_id=self.by_id, **place)


class AtHomeForm(QuestionForm):
    governorate = governorate_field()

    def known(self, row: Profile) -> dict[str, Any]:
        return {"governorate": row.governorate.code if row.governorate else ""}

    def save(self) -> None:
        governorate = self.cleaned_data["governorate"]
        zone = zone_in_palestine(governorate.code)
        place = {"country": PALESTINE, "governorate": governorate, "time_zone": zone}
        describe_place(profile=self.row, by_id=self.by_id, **place)


class ZoneForm(QuestionForm):
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["time_zone"]
        assert isinstance(field, forms.ChoiceField)
        country = self.row.country.code
        own = [self.row.time_zone] if self.row.time_zone in zones_of(country) else []
        names = dict.fromkeys([*clocks_of(country), *own])
        field.choices = [(name, zone_label(name)) for name in names]

    def known(self, row: Profile) -> dict[str, Any]:
        return {"time_zone": row.time_zone}

    def save(self) -> None:
        describe_place(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_place(profile: Profile) -> Said:
    if not profile.country:
        return []
    place = profile.governorate.label if profile.governorate else ""
    return [("", _(", ").join(part for part in (place, str(profile.country.name)) if part))]


def said_governorate(profile: Profile) -> Said:
    return said_place(profile) if profile.governorate else []


def said_zone(profile: Profile) -> Said:
    return [("", f"{profile.time_zone} ({offset_label(profile.time_zone)})")]


def has_several_zones(profile: Profile) -> bool:
    """Elsewhere the zone follows from the country, and in Palestine from the governorate."""
    country = profile.country.code
    return country != PALESTINE and len(clocks_of(country)) > 1


REGION = gettext_lazy("Others read the country, or the governorate, and never the exact place.")
COUNTS = gettext_lazy("Matches can tell what is near you and when you are awake.")
ABROAD = Question(
    slug="where",
    name=gettext_lazy("Where you live"),
    heading=gettext_lazy("Where do you live?"),
    why=REGION,
    unlocks=COUNTS,
    form=AbroadForm,
    said=said_place,
    then="zone",
)
AT_HOME = Question(
    slug="where",
    name=gettext_lazy("Where you live"),
    heading=gettext_lazy("In which governorate do you live?"),
    why=REGION,
    unlocks=COUNTS,
    form=AtHomeForm,
    said=said_governorate,
)
ZONE = Question(
    slug="zone",
    name=gettext_lazy("Time zone"),
    heading=gettext_lazy("Which clock do you live by?"),
    why=gettext_lazy("Your country has several time zones; sessions are proposed in yours."),
    unlocks=gettext_lazy("Hours are shown on the right clock."),
    form=ZoneForm,
    said=said_zone,
    applies=has_several_zones,
)
