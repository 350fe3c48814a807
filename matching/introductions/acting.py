"""An act of one of two: what it asks on a page of its own, and what its button does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.introductions.models import Message
from matching.introductions.parties import Parties
from matching.models import Opening
from matching.pairings.words import Words
from profiles.viewer import Viewer

Row = TypeVar("Row")
TO_THE_INTRODUCTION = _("Back to the introduction")
NOT_YOURS = _("This is not yours to do.")


@dataclass(frozen=True, slots=True)
class Acting(Generic[Row]):
    """Whose page it is, about which opening, and who looks."""

    row: Row
    opening: Opening
    parties: Parties
    viewer: Viewer

    @property
    def may_write(self) -> bool:
        return self.viewer.writes_for(self.parties.own.pk)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed on, as templates/matching/_terms.html shows it.

    facts: (label, value) of each; columns and rows: as in components/data_table.html, where
    something that holds already is to differ
    """

    facts: list[tuple[str, str]]
    caption: str = ""
    columns: tuple[tuple[str, bool], ...] = ()
    rows: tuple[list[dict[str, str]], ...] = ()


def no_takes(acting: Acting[Any]) -> list[str]:
    return []


def no_terms(acting: Acting[Any]) -> Terms | None:
    return None


def no_refusal(acting: Acting[Any]) -> str:
    return ""


def plain_form(form: type[forms.Form]) -> Callable[[Acting[Any], Any], forms.Form]:
    return lambda acting, data: form(data)


@dataclass(frozen=True, slots=True)
class Act(Generic[Row]):
    """question: the heading; means: what follows; button; done: the message after it

    make_form: the form, of the acting and what was sent; do: the action, of its cleaned data
    refusal: why the page would ask in vain, "" where it would not
    takes: what it takes, in sentences; terms: what it is about, where terms were stated
    quoted: the message that it is about, if it is about one; back: what its way back is called
    """

    question: Words
    means: Words
    button: Words
    done: Words
    do: Callable[[Acting[Row], Mapping[str, Any]], object]
    make_form: Callable[[Acting[Row], Any], forms.Form]
    refusal: Callable[[Acting[Row]], str] = no_refusal
    is_grave: bool = False
    takes: Callable[[Acting[Row]], list[str]] = no_takes
    terms: Callable[[Acting[Row]], Terms | None] = no_terms
    quoted: Message | None = None
    back: Words = TO_THE_INTRODUCTION

    def form_of(self, acting: Acting[Row], data: Any = None) -> forms.Form:
        return self.make_form(acting, data)
