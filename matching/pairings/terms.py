"""Terms: what one side of a pairing asks or offers, as a form.

Fields that bear the name of a column of `Terms` are stored there; any other field goes into
the row's `terms`. The same form serves pages, admin and `manage.py load`.
"""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from matching.pairings.codes import (
    Instrument,
    Mode,
    Region,
    Route,
    Seniority,
    Stage,
    Topic,
)


class TermsForm(forms.Form):
    """The base of all terms; a lower bound above its upper bound is refused.

    money_in_words: what the two amounts are for; "%(usd)s" is the amount or range in words
    """

    money_in_words: Any = "%(usd)s"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("usd_min"), cleaned.get("usd_max")
        if low is not None and high is not None and low > high:
            self.add_error("usd_max", _("Give at least as much as the lower amount."))
        return cleaned


class CodedList(forms.TypedMultipleChoiceField):
    """Several coded values; empty means not said."""

    def __init__(self, members: type[models.TextChoices], **options: Any) -> None:
        super().__init__(choices=members.choices, required=False, empty_value=[], **options)


def mode() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Remote or on site"), choices=[("", "-"), *Mode.choices], required=False
    )


def seniority() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Seniority"),
        choices=[("", "-"), *Seniority.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )


def whole(label: Any, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=False)


def dollars(label: Any) -> forms.IntegerField:
    return whole(label, 1_000_000_000)


def routes() -> CodedList:
    return CodedList(Route, label=_("Routes"))


def stages() -> CodedList:
    return CodedList(Stage, label=_("Stages"))


def regions() -> CodedList:
    return CodedList(Region, label=_("Regions"))


def topics() -> CodedList:
    return CodedList(Topic, label=_("Topics"))


def instruments() -> CodedList:
    return CodedList(Instrument, label=_("Instruments"))
