"""What an opening or a candidacy asks, in the reader's words."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import Opening, Terms
from matching.pairings.codes import Mode, Seniority

DAY = timedelta(days=1)


def dollars(low: int | None, high: int | None) -> str:
    """An amount or a range of whole US dollars, "" where neither is said."""
    if low is not None and high is not None and low != high:
        return _("USD %(low)s to %(high)s") % {"low": _amount(low), "high": _amount(high)}
    if high is not None:
        only = _("USD %(amount)s") if low == high else _("up to USD %(amount)s")
        return only % {"amount": _amount(high)}
    return "" if low is None else _("from USD %(amount)s") % {"amount": _amount(low)}


def _amount(usd: int) -> str:
    """Both languages write 1,234 (`silah.formats`); a list has too many for `number_format`."""
    return f"{usd:,}"


def on_day(day: date) -> str:
    """A date without its year where that is this year's."""
    this_year = day.year == timezone.localdate().year
    return date_format(day, "MONTH_DAY_FORMAT" if this_year else "DATE_FORMAT")


def on_weekday(day: date) -> str:
    """ "Saturday 28 Nov" """
    return f"{date_format(day, 'l')} {on_day(day)}"


def day_name(day: date) -> str:
    """Of the reader's calendar: today, yesterday, or which day it was."""
    today = timezone.localdate()
    if day == today:
        return _("Today")
    return _("Yesterday") if day == today - DAY else on_weekday(day)


def closing(opening: Opening) -> str:
    if opening.closes_on is None:
        return ""
    days = (opening.closes_on - timezone.localdate()).days
    if days < 0:
        return _("closed on %(day)s") % {"day": on_day(opening.closes_on)}
    if days <= 1:
        return _("closes today") if days == 0 else _("closes tomorrow")
    return _("closes on %(day)s") % {"day": on_day(opening.closes_on)}


def _money(terms: Terms) -> str:
    usd = dollars(terms.usd_min, terms.usd_max)
    form = terms.declaration.terms("opening" if isinstance(terms, Opening) else "candidacy")
    return str(form.money_in_words) % {"usd": usd} if usd else ""


def _mode(terms: Terms) -> str:
    return str(Mode(terms.mode).label) if terms.mode else ""


def seniority(terms: Terms) -> str:
    return "" if terms.seniority is None else str(Seniority(terms.seniority).label)


def _weeks(terms: Terms) -> str:
    weeks = terms.weeks
    return (
        ""
        if weeks is None
        else ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}
    )


def _people(terms: Terms) -> str:
    heads = terms.headcount
    return (
        ""
        if heads is None
        else ngettext("%(count)d person", "%(count)d people", heads) % {"count": heads}
    )


def _hours(terms: Terms) -> str:
    hours = terms.hours_month
    return (
        ""
        if hours is None
        else ngettext("%(count)d hour a month", "%(count)d hours a month", hours) % {"count": hours}
    )


SAYINGS: tuple[Callable[[Terms], str], ...] = (_mode, seniority, _people, _weeks, _money, _hours)


def short_terms(terms: Terms) -> list[str]:
    """What matters first, as short texts: how, at which level, how many, how long, for how much."""
    return [text for text in (say(terms) for say in SAYINGS) if text]


def short_facts(opening: Opening) -> list[str]:
    """The same, and until when."""
    return [text for text in (*short_terms(opening), closing(opening)) if text]


def stated_terms(opening: Opening) -> list[tuple[str, str]]:
    """(label, value) of everything the pairing's form asks and the owner has said."""
    fields = opening.declaration.opening_terms.base_fields
    return [
        (str(field.label), value)
        for name, field in fields.items()
        if (value := in_words(field, _stored(opening, name)))
    ]


def _stored(terms: Terms, name: str) -> Any:
    return getattr(terms, name, None) if hasattr(terms, name) else terms.terms.get(name)


def in_words(field: forms.Field, stored: Any) -> str:
    """The value of a field of a form as it is read, "" where nothing is said."""
    if stored in (None, "", []):
        return ""
    if isinstance(field, forms.ChoiceField):
        return _(", ").join(_labels(field, stored))
    return number_format(stored, use_l10n=True) if isinstance(stored, int) else str(stored)


def _labels(field: forms.ChoiceField, stored: Any) -> Iterator[str]:
    words = {str(value): str(label) for value, label in field.choices}  # type: ignore[union-attr,misc]
    for value in stored if isinstance(stored, list) else [stored]:
        yield words.get(str(value), str(value))
