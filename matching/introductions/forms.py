"""What is asked of whoever asks, answers, ends or reports; the actions judge the rest."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.introductions.actions import Asking, Writing
from matching.introductions.models import Introduction, Report
from matching.introductions.models.introductions import LONGEST
from matching.introductions.models.messages import LONGEST_MESSAGE
from profiles.steps import Step

Because = Introduction.Because
TO_DECLINE = (Because.NO_TIME, Because.NO_FIT, Because.TERMS, Because.TAKEN, Because.OTHER)
TO_END = (Because.DONE, Because.NO_TIME, Because.NO_FIT, Because.TERMS, Because.OTHER)
Choices = Sequence[tuple[Any, Any]]


def radio(label: Any, choices: Choices = (), **options: Any) -> forms.TypedChoiceField:
    missing = {"required": _("Choose one.")}
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages=missing,
        **options,
    )


class SharesForm(forms.Form):
    """What the other side may read from now on; the choices are those of `sharing.choices`."""

    shares = radio(_("What they may read of you"), coerce=lambda value: Step(int(value)))

    def __init__(self, *args: Any, shares: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shares"].choices = shares  # type: ignore[attr-defined]
        self.fields["shares"].initial = shares[0][0]


class AskForm(SharesForm):
    """public_id comes with the page, so that what is sent twice is asked once."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    purpose = radio(_("What you ask for"), Introduction.Purpose.choices)
    message = forms.CharField(
        label=_("Your message"),
        help_text=_("Up to 300 characters. Leave out names, phone numbers and links."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "data-most": LONGEST}),
        error_messages={"required": _("Say in a sentence or two why you ask.")},
    )
    field_order = ("purpose", "message", "shares", "public_id")

    def clean_message(self) -> str:
        return within(str(self.cleaned_data["message"]), LONGEST)

    def said(self) -> Asking:
        return Asking(**self.cleaned_data)


class MessageForm(forms.Form):
    """public_id comes with the page, so that what is sent twice is written once."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label=_("Your message"),
        help_text=_("Up to 2,000 characters. Only the two sides of this introduction read it."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "data-most": LONGEST_MESSAGE}),
        error_messages={"required": _("Write something, then send it.")},
    )

    def clean_text(self) -> str:
        return within(str(self.cleaned_data["text"]), LONGEST_MESSAGE)

    def said(self) -> Writing:
        return Writing(**self.cleaned_data)


def within(text: str, most: int) -> str:
    """A browser sends each line end as two characters: counted as the one that was typed."""
    text = text.replace("\r\n", "\n")
    over = len(text) - most
    if over > 0:
        raise ValidationError(_too_long(len(text), over), code="max_length")
    return text


def _too_long(length: int, over: int) -> str:
    return ngettext(
        "Yours has %(length)d characters: %(over)d too many. Shorten it; nothing is lost.",
        "Yours has %(length)d characters: %(over)d too many. Shorten it; nothing is lost.",
        over,
    ) % {"length": length, "over": over}


class DeclineForm(forms.Form):
    because = radio(
        _("Why? They read your answer."), [(each.value, each.label) for each in TO_DECLINE]
    )


class EndForm(forms.Form):
    because = radio(_("Why? They read your answer."), [(each.value, each.label) for each in TO_END])


class ReportForm(forms.Form):
    why = radio(_("What is wrong?"), Report.Why.choices)
