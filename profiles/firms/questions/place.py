"""Where a firm is: in Palestine by governorate, elsewhere by country."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import describe
from profiles.firms.models import Firm
from profiles.models import Profile
from profiles.onboarding.questions import ABROAD
from profiles.onboarding.questions.place import (
    PALESTINE,
    country_choices,
    governorate_field,
    said_place,
)
from profiles.questions.declaration import Question, QuestionForm
from profiles.zones import zone_in_palestine, zones_of

IN_PALESTINE = (Firm.Type.LOCAL_IT, Firm.Type.STARTUP)


class PlaceForm(QuestionForm):
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=country_choices)
    governorate = governorate_field(required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["governorate"].help_text = _("Only in Palestine.")

    def known(self, row: Profile) -> dict[str, Any]:
        usual = PALESTINE if row.firm.type in IN_PALESTINE else ""
        governorate = row.governorate.code if row.governorate else ""
        return {"country": row.country.code or usual, "governorate": governorate}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("country") == PALESTINE and not said.get("governorate"):
            self.add_error("governorate", _("Choose the governorate."))
        return said

    def save(self) -> None:
        country, governorate = self.cleaned_data["country"], self.cleaned_data["governorate"]
        if country == PALESTINE:
            zone = zone_in_palestine(governorate.code)
        else:
            governorate, zones = None, zones_of(country)
            zone = self.row.time_zone if self.row.time_zone in zones else next(iter(zones), "UTC")
        place = {"country": country, "governorate": governorate, "time_zone": zone}
        describe(profile=self.row, by_id=self.by_id, **place)


PLACE = Question(
    slug="where",
    name=gettext_lazy("Where the firm is"),
    heading=gettext_lazy("Where is the firm?"),
    why=ABROAD.why,
    unlocks=ABROAD.unlocks,
    form=PlaceForm,
    said=said_place,
    then="zone",
)
