"""A hire: the route by which somebody is engaged, the band of their pay, their hours."""

from django.utils.translation import gettext_lazy as _

from matching.engagements.outcomes import fields
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.terms import OutcomeTerms
from profiles.models import Consent


class HireTerms(OutcomeTerms):
    from_on = fields.first_day()
    route = fields.route()
    usd_from = fields.dollars(_("Pay a month from, USD"))
    usd = fields.dollars(_("Pay a month up to, USD"))
    hours = fields.whole(_("Hours a week"), 60)

    changeable = ("route", "usd_from", "usd", "hours")
    from_opening = {"usd_from": "usd_min", "usd": "usd_max"}


OUTCOME = Outcome(
    pairing="hiring",
    label=_("Hire"),
    plural=_("Hires"),
    begin=_("Record the hire"),
    change=_("Record a change"),
    terms=HireTerms,
    shown=(
        ("from_on", _("First day")),
        ("route", _("Route")),
        ("usd", _("Pay a month")),
        ("hours", _("Hours a week")),
    ),
    purpose=Consent.Purpose.HIRING,
    is_exclusive=True,
    check_days=(30, 180),
)
