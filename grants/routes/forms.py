from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from grants.models import TalentPlace


class PairForm(forms.Form):
    """Who engages from where, and where the person works; either may be left open."""

    country = forms.ChoiceField(
        label=_("Country of the employer or buyer"),
        choices=lambda: [("", gettext("Any country")), *countries],
        required=False,
    )
    place = forms.ChoiceField(
        label=_("Where the person works"),
        choices=lambda: [("", gettext("Any place")), *TalentPlace.choices],
        required=False,
    )

    def pair(self) -> tuple[str, str]:
        """(country, place), "" where nothing was said that is understood."""
        self.full_clean()
        return self.cleaned_data.get("country", ""), self.cleaned_data.get("place", "")
