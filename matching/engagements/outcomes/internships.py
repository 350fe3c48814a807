"""A placement: so many weeks with a host, who writes every month how the intern does."""

from django.utils.translation import gettext_lazy as _

from matching.engagements.outcomes import fields
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.terms import OutcomeTerms
from matching.pairings.internships import MOST_WEEKS
from profiles.models import Consent

MONTH = 30


class PlacementAgreed(OutcomeTerms):
    from_on = fields.first_day()
    weeks = fields.whole(_("Weeks"), MOST_WEEKS)
    hours = fields.whole(_("Hours a week"), 60)
    usd = fields.dollars(
        _("Stipend a month, USD"), _("Left empty where there is none."), required=False
    )

    changeable = ("weeks", "hours", "usd")
    from_opening = {"weeks": "weeks", "usd": "usd_max"}


OUTCOME = Outcome(
    pairing="internships",
    label=_("Internship"),
    plural=_("Internships"),
    begin=_("Record the internship"),
    change=_("Extend it, or record a change"),
    terms=PlacementAgreed,
    shown=(
        ("from_on", _("First day")),
        ("weeks", _("Weeks")),
        ("hours", _("Hours a week")),
        ("usd", _("Stipend a month")),
    ),
    purpose=Consent.Purpose.PLACEMENT,
    is_exclusive=True,
    check_days=(14,),
    evaluated_every=MONTH,
)
