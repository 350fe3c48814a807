"""Years of work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, ngettext

from profiles.actions import describe
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said


class WorkForm(QuestionForm):
    experience_years = forms.IntegerField(
        label=gettext_lazy("Years of paid work"),
        min_value=0,
        max_value=60,
        required=False,
        help_text=gettext_lazy("0 where you are about to start. Freelance work counts."),
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"experience_years": row.experience_years}

    def save(self) -> None:
        describe(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_work(profile: Profile) -> Said:
    years = profile.experience_years
    if years is None:
        return []
    return [("", ngettext("%(years)d year", "%(years)d years", years) % {"years": years})]


WORK = Question(
    slug="work",
    name=gettext_lazy("Years of work"),
    heading=gettext_lazy("How many years have you worked?"),
    why=gettext_lazy("Openings ask for a range; too many can rule you out as well as too few."),
    unlocks=gettext_lazy("Openings for people as far along as you are."),
    is_needed=False,
    form=WorkForm,
    said=said_work,
)
