"""The fields that outcomes ask for. Each bears the name of a column of `Agreement`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.engagements.models.agreements import LONGEST, InvestmentStage, Shown
from matching.introductions.forms import radio
from matching.pairings.codes import Instrument, Route
from profiles.typed import TypedDay

MOST_USD = 1_000_000_000


def day(label: Any, hint: Any = "", *, required: bool = True) -> TypedDay:
    return TypedDay(
        label=label,
        help_text=hint,
        required=required,
        error_messages={"required": _("Say the day."), "invalid": _("Write it as 2026-12-31.")},
    )


def first_day(hint: Any = "") -> TypedDay:
    return day(_("First day"), hint)


def last_day(hint: Any = "", *, required: bool = False) -> TypedDay:
    return day(_("Last day"), hint, required=required)


def whole(label: Any, most: int, hint: Any = "", *, required: bool = True) -> forms.IntegerField:
    missing = {"required": _("Say how many, in digits.")}
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=1,
        max_value=most,
        required=required,
        error_messages=missing,
    )


def dollars(label: Any, hint: Any = "", *, required: bool = True) -> forms.IntegerField:
    hint = hint or _("Whole US dollars, in digits.")
    return whole(label, MOST_USD, hint, required=required)


def route() -> forms.TypedChoiceField:
    return radio(_("Route"), Route.choices)


def stage() -> forms.TypedChoiceField:
    hint = _(
        "Observing and considering are for you to say. Committed and invested stand once the other "
        "side confirms them."
    )
    return radio(_("How far you are"), InvestmentStage.choices, help_text=hint)


def instrument() -> forms.TypedChoiceField:
    return radio(_("Instrument"), Instrument.choices, required=False)


def shown() -> forms.TypedChoiceField:
    hint = _("Amounts of single investors are never shown.")
    return radio(_("What other investors of the round read"), Shown.choices, help_text=hint)


def goals(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "data-most": LONGEST}),
        error_messages={"required": _("Say it in a sentence or two.")},
    )
