"""A code from a message or an app, typed on whatever keyboard."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from profiles.folding import DIGITS


class CodeField(forms.CharField):
    """Digits of an Arabic keyboard count as those that we sent."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
        super().__init__(label=_("Code"), widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value.translate(DIGITS) if value else value
