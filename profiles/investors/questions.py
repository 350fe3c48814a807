"""What an investor is asked; what is sought stands in the mandate, which is an opening."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from profiles.actions import set_details
from profiles.investors.models import Investor
from profiles.models import Profile
from profiles.onboarding import questions as shared
from profiles.questions.declaration import Flow, Question, QuestionForm, Said


class TypeForm(QuestionForm):
    type = forms.ChoiceField(
        label=gettext_lazy("You invest as"),
        choices=[
            (Investor.Type.ANGEL, gettext_lazy("An angel: your own money, in your own name")),
            (Investor.Type.FUND, gettext_lazy("A fund: other people’s money, by a mandate")),
            (Investor.Type.NETWORK, gettext_lazy("A network: angels who look at deals together")),
        ],
        widget=forms.RadioSelect,
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"type": row.investor.type}

    def save(self) -> None:
        set_details(details=self.row.investor, by_id=self.by_id, **self.cleaned_data)


def said_type(profile: Profile) -> Said:
    investor: Investor = profile.investor
    return [("", str(investor.get_type_display()))] if investor.type else []


TYPE = Question(
    slug="type",
    name=gettext_lazy("Kind of investor"),
    heading=gettext_lazy("As whom do you invest?"),
    why=gettext_lazy("Startups read it beside your headline."),
    unlocks=gettext_lazy("Startups know with whom they would talk."),
    form=TypeForm,
    said=said_type,
)

FLOW = Flow(
    (
        TYPE,
        shared.NAME,
        shared.ABROAD,
        shared.ZONE,
        shared.HEADLINE,
        replace(shared.SECTORS, heading=gettext_lazy("In which sectors do you look?")),
        shared.LANGUAGES,
        shared.AVAILABILITY,
        shared.WORK,
    ),
    optional_apart=True,
)
