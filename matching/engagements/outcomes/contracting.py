"""A contract with a local firm: its value a month and the people it gives work, as both grow."""

from django.utils.translation import gettext_lazy as _

from matching.engagements.outcomes import fields
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.terms import OutcomeTerms
from profiles.models import Consent


class ContractTerms(OutcomeTerms):
    from_on = fields.first_day()
    until_on = fields.last_day(_("Left empty, until one of you ends it."))
    usd = fields.dollars(_("Value a month, USD"), _("All people together, in whole US dollars."))
    headcount = fields.whole(_("People"), 1000)

    changeable = ("usd", "headcount", "until_on")
    from_opening = {"headcount": "headcount"}


OUTCOME = Outcome(
    pairing="contracting",
    label=_("Contract"),
    plural=_("Contracts"),
    begin=_("Record the contract"),
    change=_("Record growth or another change"),
    terms=ContractTerms,
    shown=(
        ("from_on", _("First day")),
        ("until_on", _("Last day")),
        ("usd", _("Value a month")),
        ("headcount", _("People")),
    ),
    purpose=Consent.Purpose.CONTRACT,
    check_days=(30, 90, 365),
    grows=True,
)
