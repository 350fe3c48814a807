"""Sectors that somebody knows or looks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from profiles.actions import describe
from profiles.labels import sector_choices, sector_label
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said


class SectorsForm(QuestionForm):
    sectors = forms.MultipleChoiceField(
        label=gettext_lazy("Sectors"),
        choices=sector_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"sectors": row.sectors}

    def save(self) -> None:
        describe(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_sectors(profile: Profile) -> Said:
    return [("", sector_label(slug)) for slug in profile.sectors]


SECTORS = Question(
    slug="sectors",
    name=gettext_lazy("Sectors"),
    heading=gettext_lazy("Which sectors do you know?"),
    why=gettext_lazy("Tick those in which you worked, or want to."),
    unlocks=gettext_lazy("Matches in the fields that you know."),
    is_needed=False,
    form=SectorsForm,
    said=said_sectors,
    template="questions/columns.html",
)
