"""The team, the year, the website."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import set_details, set_identity
from profiles.firms.models import Firm
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said


class SizeForm(QuestionForm):
    team_size = forms.IntegerField(
        label=gettext_lazy("People in the team"), min_value=1, max_value=1_000_000, required=False
    )
    founded_year = forms.IntegerField(
        label=gettext_lazy("Founded in"), min_value=1800, required=False
    )
    website = forms.URLField(
        label=gettext_lazy("Website"),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Shown with the name, to those who read the name."),
    )

    def clean_founded_year(self) -> int | None:
        year: int | None = self.cleaned_data["founded_year"]
        if year and year > timezone.now().year:
            raise forms.ValidationError(_("That year is still to come."), code="future")
        return year

    def known(self, row: Profile) -> dict[str, Any]:
        firm: Firm = row.firm
        year = str(firm.founded_year or "")
        return {"team_size": firm.team_size, "founded_year": year, "website": _website(row)}

    def save(self) -> None:
        said = dict(self.cleaned_data)
        set_identity(profile=self.row, by_id=self.by_id, website=said.pop("website"))
        set_details(details=self.row.firm, by_id=self.by_id, **said)


def said_size(profile: Profile) -> Said:
    firm: Firm = profile.firm
    facts = [
        (_("People in the team"), firm.team_size),
        (_("Founded in"), firm.founded_year),
        (_("Website"), _website(profile)),
    ]
    return [(label, str(value)) for label, value in facts if value]


def _website(profile: Profile) -> str:
    return str(getattr(getattr(profile, "identity", None), "website", ""))


SIZE = Question(
    slug="size",
    name=gettext_lazy("Team, founded, website"),
    heading=gettext_lazy("How large is the team, and since when?"),
    unlocks=gettext_lazy("Tenders and graduates that look for a firm of your size."),
    is_needed=False,
    form=SizeForm,
    said=said_size,
)
