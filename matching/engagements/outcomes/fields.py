"""The fields that outcomes ask for. Each bears the name of a column of `Agreement`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.authoring.fields import ISO
from matching.engagements.models.agreements import LONGEST, InvestmentStage, Shown
from matching.pairings.codes import Instrument, Route

MOST_USD = 1_000_000_000


def day(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        input_formats=[ISO, "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format=ISO, attrs={"type": "date"}),
        error_messages={"required": _("Say the day."), "invalid": _("Write it as 2026-12-31.")},
    )


def first_day(hint: Any = "") -> forms.DateField:
    return day(_("First day"), hint)


def last_day(hint: Any = "", *, required: bool = False) -> forms.DateField:
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


def _one_of(
    label: Any, choices: Any, hint: Any = "", *, required: bool = True
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )


def route() -> forms.ChoiceField:
    return _one_of(_("Route"), Route.choices)


def stage() -> forms.ChoiceField:
    hint = _(
        "Observing and considering are for you to say. Committed and invested stand once the other "
        "side confirms them."
    )
    return _one_of(_("How far you are"), InvestmentStage.choices, hint)


def instrument() -> forms.ChoiceField:
    return _one_of(_("Instrument"), Instrument.choices, required=False)


def shown() -> forms.ChoiceField:
    hint = _("Amounts of single investors are never shown.")
    return _one_of(_("What other investors of the round read"), Shown.choices, hint)


def goals(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Say it in a sentence or two.")},
    )
