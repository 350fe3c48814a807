"""Forms whose errors say what to write."""

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LIMITS: dict[type, str | Promise] = {
    MinValueValidator: _("Write %(limit_value)s or more."),
    MaxValueValidator: _("Write %(limit_value)s or less."),
}
"""Of a number; Django's own say what to "ensure"."""


class WordedForm(forms.Form):
    """unanswered: what is said where a field that is needed was left empty."""

    unanswered: ClassVar[str | Promise] = _("Fill this in, or keep it for later.")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for field in self.fields.values():
            field.error_messages["required"] = str(self.unanswered)
            field.validators = [_worded(check) for check in field.validators]


def _worded(check: Any) -> Any:
    message = LIMITS.get(type(check))
    return type(check)(check.limit_value, message) if message else check
