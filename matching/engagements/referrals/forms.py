"""What a client says of a firm; no way past the introduction can be hidden in it."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from matching.engagements.models.referrals import LONGEST_SENTENCE
from matching.engagements.referrals.actions import Recommending
from profiles.cleaning import CleanText
from profiles.reaching import reaches


class RecommendForm(forms.Form):
    """public_id comes with the page, so that what is sent twice is made once.

    The name is asked for only where it may be shown to everybody.
    """

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    sentence = CleanText(
        label=_("Your recommendation"),
        help_text=_("One sentence, up to 200 characters. Whoever follows the link reads it."),
        max_length=LONGEST_SENTENCE,
        widget=forms.Textarea(attrs={"rows": 3, "data-most": LONGEST_SENTENCE}),
        error_messages={"required": _("Say in a sentence what you would tell another company.")},
    )
    names_client = forms.BooleanField(
        label=_("Show the name of my company with it"), required=False
    )

    def __init__(self, data: Any = None, *, is_named: bool) -> None:
        super().__init__(data)
        if not is_named:
            del self.fields["names_client"]

    def clean_sentence(self) -> str:
        sentence: str = self.cleaned_data["sentence"]
        if reaches(sentence):
            raise ValidationError(
                _("Leave out links, addresses and phone numbers: the page leads to the firm.")
            )
        return sentence

    def said(self) -> Recommending:
        return Recommending(**self.cleaned_data)
