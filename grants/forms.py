"""Questions as fields: each kind of fact takes one kind of answer, and all answers fit together."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants.contradictions import Contradiction, contradictions
from grants.facts import FACTS, MOST_MONTHS, MOST_USD, Fact, Kind
from grants.rules import Value
from grants.saying import said_of
from grants.typed import dollars, whole_number

YES, NO = "yes", "no"
MOST_PEOPLE = 100_000
CHOOSE = {"invalid_choice": gettext_lazy("Choose one of these answers.")}


class _Typed(forms.CharField):
    """A number as it is typed, made plain; the text stays as it was where it is refused."""

    def __init__(self, fact: Fact, **options: Any) -> None:
        self.fact = fact
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        mode = "decimal" if self.fact.kind is Kind.USD else "numeric"
        return {"inputmode": mode, "autocomplete": "off", "dir": "auto"}

    def clean(self, value: Any) -> Value | None:
        text = str(super().clean(value))
        if not text:
            return None
        if self.fact.kind is Kind.USD:
            return dollars(text, MOST_USD)
        return whole_number(text, MOST_MONTHS if self.fact.kind is Kind.MONTHS else MOST_PEOPLE)


def field_of(fact: Fact) -> forms.Field:
    said: dict[str, Any] = {"label": fact.question, "help_text": fact.hint, "required": False}
    if fact.kind in (Kind.MONTHS, Kind.COUNT, Kind.USD):
        return _Typed(fact, **said)
    is_choice = fact.kind is Kind.CHOICE
    return forms.TypedChoiceField(
        choices=fact.choices if is_choice else ((YES, _("Yes")), (NO, _("No"))),
        coerce=str if is_choice else (lambda code: code == YES),
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
        **said,
    )


def typed_of(name: str, value: Value) -> str:
    """An answer as its field has it."""
    if isinstance(value, bool):
        return YES if value else NO
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


class AnswersForm(forms.Form):
    """Some questions, by name, among answers that are known; what is left blank stays unsaid.

    place: tells apart the forms of one page
    """

    def __init__(
        self, data: Any = None, *, names: Iterable[str], known: Mapping[str, Value], place: str
    ) -> None:
        names = [name for name in names if name in FACTS]
        initial = {name: typed_of(name, known[name]) for name in names if name in known}
        super().__init__(data, auto_id=f"{place}-%s", initial=initial)
        self.known, self.place = known, place
        self.against: list[str] = []
        self.fields.update({name: field_of(FACTS[name]) for name in names})

    def clean(self) -> dict[str, Any]:
        said = self.said()
        if not said and not self.errors:
            message = _("Nothing was answered. Answer at least one question, or go on reading.")
            raise ValidationError(message, code="nothing")
        for each in contradictions({**self.known, **said}):
            if said.keys() & {each.one, each.other}:
                self._refuse(each, {**self.known, **said})
        return self.cleaned_data

    def said(self) -> dict[str, Value]:
        """What was answered, and nothing of what was left blank."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None}

    def _refuse(self, found: Contradiction, facts: Mapping[str, Value]) -> None:
        """At the later of both that is asked here; the other is named, to be changed elsewhere."""
        here = [name for name in (found.one, found.other) if name in self.fields]
        self.against += [name for name in (found.one, found.other) if name not in self.fields]
        self.add_error(here[-1], _both(found, facts))

    def other_answers(self) -> Iterator[tuple[str, str]]:
        """(name, question) of each answer elsewhere that stands against one given here."""
        return ((name, str(FACTS[name].question)) for name in dict.fromkeys(self.against))


def _both(found: Contradiction, facts: Mapping[str, Value]) -> str:
    one, other = (
        _("“%(question)s” %(said)s")
        % {"question": FACTS[name].question, "said": said_of(name, facts[name])}
        for name in (found.one, found.other)
    )
    return _("These two do not fit together: %(one)s; %(other)s. %(mend)s") % {
        "one": one,
        "other": other,
        "mend": found.mend,
    }
