"""The hours of a usual week, in one's own time zone."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiles.actions import describe
from profiles.models import Profile
from profiles.onboarding.weekgrid import WeekGridField
from profiles.questions.declaration import Question, QuestionForm, Said
from profiles.weeks import told_week
from profiles.zones import offset_label


class AvailabilityForm(QuestionForm):
    week = WeekGridField(label=gettext_lazy("Usually free"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        zone = self.row.time_zone
        self.fields["week"].help_text = _("On your clock: %(zone)s, %(offset)s.") % {
            "zone": zone,
            "offset": offset_label(zone),
        }

    def known(self, row: Profile) -> dict[str, Any]:
        return {"week": row.week}

    def save(self) -> None:
        describe(profile=self.row, by_id=self.by_id, **self.cleaned_data)


def said_week(profile: Profile) -> Said:
    return list(told_week(tuple(profile.week), profile.time_zone)) if profile.week else []


AVAILABILITY = Question(
    slug="availability",
    name=gettext_lazy("Weekly hours"),
    heading=gettext_lazy("When are you usually free?"),
    why=gettext_lazy(
        "Others see how many of your hours meet theirs, each on their own clock. A usual week is"
        " enough; sessions are agreed one by one."
    ),
    unlocks=gettext_lazy("Matches that are awake when you are."),
    is_needed=False,
    form=AvailabilityForm,
    said=said_week,
)
