"""What a mentor is asked: five answers are enough to be asked for a first talk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, ngettext

from profiles.actions import set_details
from profiles.models import Profile
from profiles.onboarding import questions as shared
from profiles.questions.declaration import Flow, Question, QuestionForm, Said


class HoursForm(QuestionForm):
    hours_month = forms.IntegerField(
        label=gettext_lazy("Hours a month"),
        min_value=1,
        max_value=80,
        help_text=gettext_lazy("One or two are worth a lot. You can pause at any time."),
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"hours_month": row.mentor.hours_month}

    def save(self) -> None:
        set_details(details=self.row.mentor, by_id=self.by_id, **self.cleaned_data)


def said_hours(profile: Profile) -> Said:
    hours = profile.mentor.hours_month
    if not hours:
        return []
    sentence = ngettext("%(hours)d hour a month", "%(hours)d hours a month", hours)
    return [("", sentence % {"hours": hours})]


HOURS = Question(
    slug="hours",
    name=gettext_lazy("Hours a month"),
    heading=gettext_lazy("How many hours a month can you give?"),
    why=gettext_lazy("Nobody can ask for more than that: requests beyond it are not let through."),
    unlocks=gettext_lazy("Requests, never more than you have time for."),
    form=HoursForm,
    said=said_hours,
)

FLOW = Flow(
    (
        shared.NAME,
        shared.ABROAD,
        shared.ZONE,
        shared.HEADLINE,
        shared.SKILLS,
        HOURS,
        shared.LANGUAGES,
        shared.AVAILABILITY,
        shared.SECTORS,
        shared.WORK,
    ),
    optional_apart=True,
)
