"""Terms: what one side of a pairing asks or offers, as a form.

Fields that bear the name of a column of `Terms` are stored there; any other field goes into
the row's `terms`. The same form serves pages, admin and `manage.py load`.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

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
from matching.pairings.words import Words

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the fields of a form, asked together as one question.

    heading: the question itself; why: who reads the answer or what it does, one sentence
    `country`, a column of openings that is no term, may stand among the fields
    """

    slug: str
    heading: Words
    fields: tuple[str, ...]
    why: Words = ""


class TermsForm(forms.Form):
    """The base of all terms; a lower bound above its upper bound is refused.

    money_in_words: what the two amounts are for; "%(usd)s" is the amount or range in words
    pages: the fields as people are asked for them, each field on one page
    private: fields whose values the other side never reads: they count, and that is all
    asks_leave: fields that say YES or NO to being shown to more readers; unsaid is no
    """

    money_in_words: Any = "%(usd)s"
    pages: ClassVar[tuple[Page, ...]] = ()
    private: ClassVar[frozenset[str]] = frozenset()
    asks_leave: ClassVar[frozenset[str]] = frozenset()

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


def whole(label: Any, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, required=False, help_text=hint
    )


def dollars(label: Any, hint: Any = "") -> forms.IntegerField:
    return whole(label, 1_000_000_000, hint or _("Whole US dollars, in digits."))


def shared_hours() -> forms.IntegerField:
    hint = _("How many hours of the day both should be at work at the same time.")
    return whole(_("Hours a day to share"), 24, hint)


def routes() -> CodedList:
    hint = _(
        "An employer of record is a company that employs someone in their own country on behalf "
        "of the firm they work for."
    )
    return CodedList(Route, label=_("Form of engagement"), help_text=hint)


def stages() -> CodedList:
    hint = _(
        "Idea: nothing sold yet. Pre-seed: a first version. Seed: first customers. Series A: "
        "sales that repeat. Growth: after that."
    )
    return CodedList(Stage, label=_("Stages"), help_text=hint)


def regions() -> CodedList:
    return CodedList(Region, label=_("Regions"))


def topics() -> CodedList:
    return CodedList(Topic, label=_("Topics"))


def instruments() -> CodedList:
    hint = _(
        "A SAFE and a convertible note turn into shares later; a revenue share is paid back out "
        "of sales."
    )
    return CodedList(Instrument, label=_("Instruments"), help_text=hint)
