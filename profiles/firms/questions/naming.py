"""Whether a firm is named to everyone, or found under an alias."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import describe
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said


class NamedForm(QuestionForm):
    is_named = forms.TypedChoiceField(
        label=gettext_lazy("To those who find the firm"),
        choices=[
            ("no", gettext_lazy("Under an alias, until we agree to an introduction")),
            ("yes", gettext_lazy("By its name, to everyone")),
        ],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"is_named": "yes" if row.is_named else "no"}

    def save(self) -> None:
        describe(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_named(profile: Profile) -> Said:
    return [("", _("By its name") if profile.is_named else _("Under an alias"))]


NAMED = Question(
    slug="named",
    name=gettext_lazy("Named or under an alias"),
    heading=gettext_lazy("Should everyone read the firm’s name?"),
    why=gettext_lazy(
        "With a name the firm stands in public lists, and anyone, buyers and opponents alike, can"
        " tie it to its openings. Under an alias such as Firm 3F9A only verified members find it,"
        " and read what it can do and its region. What was public once may be copied; the alias"
        " can be given up later."
    ),
    unlocks=gettext_lazy("Being found, in the way that is safe for the firm."),
    form=NamedForm,
    said=said_named,
)
