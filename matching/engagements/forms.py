"""What is asked of whoever answers, completes or ends; the actions judge the rest."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.models import Engagement
from matching.engagements.moves import too_early
from matching.engagements.outcomes import fields
from matching.introductions.forms import radio

Because = Engagement.Because
TO_END: Sequence[Because] = [each for each in Because if each != Because.GONE]


class AnswerForm(forms.Form):
    """statement comes with the page, so that what is answered is what was read."""

    statement = forms.UUIDField(widget=forms.HiddenInput)


class CompleteForm(forms.Form):
    """public_id comes with the page, so that what is sent twice is stated once."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    on = fields.last_day(required=True)

    def __init__(self, data: Any = None, *, began_on: date | None) -> None:
        super().__init__(data)
        self.began_on = began_on
        self.fields["on"].initial = timezone.localdate()

    def clean_on(self) -> date:
        return _since(self.cleaned_data["on"], self.began_on, timezone.localdate())


class EndForm(forms.Form):
    because = radio(_("Why? They read your answer."), [(each.value, each.label) for each in TO_END])
    on = fields.last_day(required=True)

    def __init__(self, data: Any = None, *, began_on: date | None) -> None:
        super().__init__(data)
        self.began_on = began_on
        self.latest = max(timezone.localdate(), began_on or date.min)
        self.fields["on"].initial = self.latest

    def clean_on(self) -> date:
        return _since(self.cleaned_data["on"], self.began_on, self.latest)


def _since(day: date, began_on: date | None, latest: date) -> date:
    if day > latest:
        raise forms.ValidationError(_("That day is still to come. Choose today or an earlier day."))
    early = too_early(began_on, day)
    if early:
        raise forms.ValidationError(early)
    return day
