"""A form with one answer that needs another look."""

from django import forms
from django.utils.translation import gettext_lazy as _

from profiles.questions.wording import WordedForm


class SampleForm(WordedForm):
    city = forms.CharField(label=_("City"), help_text=_("Only staff see it."))
    hours = forms.IntegerField(label=_("Hours a month"), min_value=1, max_value=20)


def answered(prefix: str = "sample") -> SampleForm:
    """`prefix` keeps the fields of two forms on one page apart."""
    return SampleForm({f"{prefix}-city": "Ramallah", f"{prefix}-hours": "200"}, prefix=prefix)
