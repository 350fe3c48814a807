"""What is asked of a firm that answers, and of a company that declines; the actions judge more."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.introductions.forms import SharesForm, radio, within
from matching.tenders.actions import Answering
from matching.tenders.models import Answer
from matching.tenders.models.answers import LONGEST
from profiles.cleaning import CleanText
from profiles.reaching import names, reaches
from profiles.typed import TypedDay

Because = Answer.Because
TO_DECLINE = (Because.SKILLS, Because.RATE, Because.SIZE, Because.START, Because.OTHER)
MOST_PEOPLE, MOST_USD = 1000, 100_000


class AnswerForm(SharesForm):
    """public_id comes with the page, so that what is sent twice is one answer.

    own_name: of the firm, which its text must not say
    """

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    headcount = forms.IntegerField(
        label=_("People you would send"), min_value=1, max_value=MOST_PEOPLE
    )
    usd = forms.IntegerField(
        label=_("Rate a month per person, USD"), min_value=1, max_value=MOST_USD
    )
    starts_on = TypedDay(label=_("Earliest start"))
    text = CleanText(
        lines=True,
        label=_("Why your team"),
        help_text=_("Up to 1,000 characters. Leave out names and ways to reach you."),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "data-most": LONGEST}),
        error_messages={"required": _("Say in a few sentences why your team fits.")},
    )
    field_order = ("headcount", "usd", "starts_on", "text", "shares", "public_id")

    def __init__(self, *args: Any, own_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_name = own_name
        self.fields["shares"].label = _("What this company reads of you now")
        self.fields["shares"].help_text = _(
            "Your name, once given, stands on all your answers to them. If they award you the "
            "tender, each of you reads the other's name."
        )

    def clean_starts_on(self) -> Any:
        day = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise ValidationError(gettext("This day is over: give today or a later day."))
        return day

    def clean_text(self) -> str:
        text = within(str(self.cleaned_data["text"]), LONGEST)
        if reaches(text) or names(text, self.own_name):
            raise ValidationError(
                gettext(
                    "Leave out names and ways to reach you: they are shown when you choose. "
                    "Nothing was sent."
                )
            )
        return text

    def said(self) -> Answering:
        return Answering(**self.cleaned_data)


class DeclineForm(forms.Form):
    because = radio(
        _("Why? They read your answer."), [(each.value, each.label) for each in TO_DECLINE]
    )
