"""An investment: observing, considering, committed, invested; never backwards, but it may end."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from matching.engagements.models import Agreement
from matching.engagements.models.agreements import InvestmentStage
from matching.engagements.outcomes import fields
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.terms import OutcomeTerms
from matching.introductions.models import Introduction
from profiles.models import Consent

IN_ORDER = list(InvestmentStage)
OWN = frozenset({str(InvestmentStage.OBSERVING), str(InvestmentStage.CONSIDERING)})
"""Stages that are the investor's alone to say, and hold at once."""


class InvestmentTerms(OutcomeTerms):
    stage = fields.stage()
    from_on = fields.day(_("Since"), _("Of an investment: the day on which it was made."))
    usd = fields.dollars(_("Amount, USD"), required=False)
    instrument = fields.instrument()
    shown = fields.shown()

    changeable = ("stage", "usd", "instrument", "shown")
    from_label_of_change = _("Since")

    def clean_stage(self) -> str:
        stage: str = self.cleaned_data["stage"]
        if not self.is_owner and stage in OWN:
            raise ValidationError(_("That is for the investor to say. State what both agreed on."))
        if self.holds and IN_ORDER.index(InvestmentStage(stage)) < IN_ORDER.index(
            InvestmentStage(self.holds.stage)
        ):
            raise ValidationError(
                _("It is “%(now)s” already. An investor who steps back ends it instead.")
                % {"now": self.holds.get_stage_display()}
            )
        return stage

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("stage") and cleaned["stage"] not in OWN:
            if cleaned.get("usd") is None:
                self.add_error("usd", _("Say how much was committed or invested."))
            if not cleaned.get("instrument"):
                self.add_error("instrument", _("Say in which form."))
        return cleaned


def holds_at_once(agreement: Agreement) -> bool:
    return agreement.stage in OWN and agreement.by_id == agreement.engagement.owner_id


OUTCOME = Outcome(
    pairing="investing",
    label=_("Investment"),
    plural=_("Investments"),
    begin=_("Say how far the investment is"),
    change=_("Record the next step"),
    terms=InvestmentTerms,
    shown=(
        ("stage", _("Stage")),
        ("from_on", _("Since")),
        ("usd", _("Amount")),
        ("instrument", _("Instrument")),
        ("shown", _("Other investors of the round read")),
    ),
    purpose=Consent.Purpose.INVESTMENT,
    takes=Introduction.Takes.NOTHING,
    closes_opening=False,
    check_days=(90, 365),
    is_round=True,
    holds_at_once=holds_at_once,
)
