"""Fields of the declared forms as they are shown on a page of one question."""

from copy import deepcopy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from matching.pairings.terms import TermsForm
from profiles.typed import TypedDay

KEPT = _("Only used for matching; not shown to the other side.")


def on_page(form: type[TermsForm], name: str) -> forms.Field:
    """The field of that name: choices as boxes, and a word where the value is kept private."""
    if name == "country":
        return _country()
    field: forms.Field = deepcopy(form.base_fields[name])
    if isinstance(field, forms.MultipleChoiceField):
        _show_as(field, forms.CheckboxSelectMultiple())
    elif isinstance(field, forms.ChoiceField):
        said: list[Any] = [choice for choice in _choices(field) if choice[0] != ""]
        if len(said) < len(_choices(field)):
            field.choices = [("", _("Not said")), *said]
        _show_as(field, forms.RadioSelect())
    if name in form.private:
        field.help_text = _joined(field.help_text, KEPT)
    return field


def _choices(field: forms.ChoiceField) -> Any:
    return field.choices


def _show_as(field: forms.ChoiceField | forms.MultipleChoiceField, widget: Any) -> None:
    widget.choices = field.choices
    field.widget = widget


def _joined(hint: Any, more: Any) -> Any:
    """Two hints as one, put into words when they are read."""
    return lazystr(_Both(hint, more)) if hint else more


class _Both:
    def __init__(self, first: Any, second: Any) -> None:
        self.said = (first, second)

    def __str__(self) -> str:
        return " ".join(map(str, self.said))


def _country() -> forms.Field:
    return forms.ChoiceField(
        label=_("Country"),
        choices=lambda: [("", gettext("That of your profile")), *countries],
        required=False,
        help_text=_("Where the work is."),
    )


class ComingDay(TypedDay):
    """A day that is not over yet; unsaid is no end."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day is not None and day < timezone.localdate():
            raise ValidationError(
                gettext("This day is over. Choose today or a later day, or leave it empty."),
                code="over",
            )
        return day
