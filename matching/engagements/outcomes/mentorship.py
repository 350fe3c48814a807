"""Mentoring: goals, hours a month, and a last day that may be moved; the two meet in sessions."""

from django.utils.translation import gettext_lazy as _

from matching.engagements.models.agreements import LONGEST
from matching.engagements.outcomes import fields
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.terms import OutcomeTerms
from matching.introductions.forms import within
from matching.pairings.mentorship import MOST_HOURS
from profiles.models import Consent


class MentoringTerms(OutcomeTerms):
    from_on = fields.first_day()
    until_on = fields.last_day(_("Three months are usual. It can be extended."), required=True)
    hours = fields.whole(_("Hours a month"), MOST_HOURS)
    text = fields.goals(
        _("What do you want to reach by then?"),
        _("Up to 500 characters. Only the two of you read it."),
    )

    changeable = ("until_on", "hours", "text")
    from_opening = {"hours": "hours_month"}

    def clean_text(self) -> str:
        return within(str(self.cleaned_data["text"]), LONGEST)


OUTCOME = Outcome(
    pairing="mentorship",
    label=_("Mentoring"),
    plural=_("Mentoring"),
    begin=_("Agree on goals and time"),
    change=_("Extend it, or change the goals"),
    terms=MentoringTerms,
    shown=(
        ("text", _("Goals")),
        ("from_on", _("First day")),
        ("until_on", _("Last day")),
        ("hours", _("Hours a month")),
    ),
    purpose=Consent.Purpose.MENTORSHIP,
    closes_opening=False,
    check_days=(30, 90),
    has_sessions=True,
)
