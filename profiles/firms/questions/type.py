"""What kind of firm it is, each with one line of what that means."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from profiles.actions import set_details
from profiles.firms.models import Firm
from profiles.models import Profile
from profiles.questions.declaration import Question, QuestionForm, Said

MEANINGS = {
    Firm.Type.LOCAL_IT: gettext_lazy("In Palestine, builds or runs technology for clients."),
    Firm.Type.STARTUP: gettext_lazy("In Palestine, builds a product of its own and may raise."),
    Firm.Type.DIASPORA: gettext_lazy("Abroad, led by Palestinians."),
    Firm.Type.INTERNATIONAL: gettext_lazy("Abroad, hires or buys across borders."),
}


def type_choices() -> list[tuple[str, SafeString]]:
    line = '{}<br><span class="hint">{}</span>'
    return [(each.value, format_html(line, each.label, MEANINGS[each])) for each in Firm.Type]


class TypeForm(QuestionForm):
    type = forms.ChoiceField(
        label=gettext_lazy("Type of firm"), choices=type_choices, widget=forms.RadioSelect
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"type": row.firm.type}

    def save(self) -> None:
        set_details(details=self.row.firm, by_id=self.by_id, **self.cleaned_data)


def said_type(profile: Profile) -> Said:
    firm: Firm = profile.firm
    return [("", str(firm.get_type_display()))] if firm.type else []


TYPE = Question(
    slug="type",
    name=gettext_lazy("Type of firm"),
    heading=gettext_lazy("What kind of firm is it?"),
    why=gettext_lazy("It decides what you can post, and which matches and grants concern you."),
    unlocks=gettext_lazy("The kinds of openings that are yours to post."),
    form=TypeForm,
    said=said_type,
)
