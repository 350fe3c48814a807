"""Weekly availability as people write it: "Sun-Thu 09:00-17:00"."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from profiles.hours import format_week, parse_week


class WeekField(forms.CharField):
    """A week as text; left empty it is not said. What is not understood is told in a sentence."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Such as: Sun-Thu 09:00-17:00; Sat 10:00-14:00"))
        super().__init__(required=False, max_length=400, **options)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return list(parse_week(text)) if text else None
        except ValueError as error:
            raise ValidationError(str(error), code="week") from None

    def run_validators(self, value: Any) -> None:
        """The validators of a text are for the text, and its length is checked by the widget."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return format_week(tuple(value), "ar" if get_language() == "ar" else "en")
