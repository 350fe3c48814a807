"""What is asked of one round: when, and of what kind. Neither a name nor an amount."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.pairings.codes import Stage
from matching.track_records.actions import Round
from matching.track_records.models import EARLIEST
from profiles.labels import sector_choices
from profiles.onboarding.questions.place import governorate_field

KINDS = ("stage", "sectors", "governorate")


class RoundForm(forms.Form):
    """public_id comes with the page, so that what is sent twice is one round."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    year = forms.IntegerField(label=_("Year"), error_messages={"required": _("Give the year.")})
    stage = forms.ChoiceField(label=_("Stage"), choices=[("", "-"), *Stage.choices], required=False)
    governorate = governorate_field(required=False)
    sectors = forms.MultipleChoiceField(
        label=_("Sectors of the startup"),
        choices=sector_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["governorate"].help_text = gettext("Only in Palestine.")

    def clean_year(self) -> int:
        year, latest = int(self.cleaned_data["year"]), timezone.localdate().year
        if not EARLIEST <= year <= latest:
            raise ValidationError(
                gettext("Give a year from %(first)d to %(last)d.")
                % {"first": EARLIEST, "last": latest}
            )
        return year

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not (self.errors or any(said.get(name) for name in KINDS)):
            self.add_error("stage", gettext("Choose the stage, a sector or the governorate."))
        return said

    def said(self) -> Round:
        return Round(**self.cleaned_data)
