"""All that was agreed on, from the first day on: as a table, and where it grows as bands."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.engagements import saying
from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.registry import outcome_of
from matching.views.wording import dollars, on_day

LONG = ("from_on", "text")
"""Columns that the table leaves out, as those that nothing says: its first, and what is long."""


@dataclass(frozen=True, slots=True)
class Series:
    """As components/data_table.html takes it."""

    columns: list[tuple[str, bool]]
    rows: list[list[dict[str, Any]]]


def series_of(row: Engagement, own_id: int) -> Series | None:
    """`None` where nothing was stated but the first terms."""
    agreements = list(row.agreements.all())
    if len(agreements) < 2:
        return None
    shown = [
        (name, str(label))
        for name, label in outcome_of(row.pairing).shown
        if name not in LONG and any(saying.value_of(each, name) for each in agreements)
    ]
    columns = [(_("From"), False), (_("About"), False)]
    columns += [(label, name in saying.AMOUNTS) for name, label in shown]
    names = [name for name, _label in shown]
    rows = [_row(each, names, own_id) for each in agreements]
    return Series([*columns, (_("State"), False)], rows)


def _row(agreement: Agreement, names: list[str], own_id: int) -> list[dict[str, Any]]:
    by = _("recorded by you") if agreement.by_id == own_id else _("recorded by them")
    said = [
        {
            "text": saying.value_of(agreement, name) if agreement.is_terms else "",
            "numeric": name in saying.AMOUNTS,
        }
        for name in names
    ]
    return [
        {"text": on_day(agreement.from_on)},
        {"text": agreement.get_kind_display()},
        *said,
        {"text": agreement.get_state_display(), "hint": by},
    ]


@dataclass(frozen=True, slots=True)
class Grown:
    """One step of growth: from when, how much, for how many; parts: a band as long as the most."""

    day: str
    amount: str
    people: str
    parts: tuple[tuple[int, int], ...]


def growth_of(row: Engagement) -> list[Grown]:
    """What both confirmed, the first day first; nothing where it does not grow."""
    if not outcome_of(row.pairing).grows:
        return []
    agreed = [each for each in row.agreements.all() if each.is_confirmed and each.is_terms]
    most = max((each.usd or 0 for each in agreed), default=0)
    return [_grown(each, most) for each in agreed] if len(agreed) > 1 and most else []


def _grown(agreement: Agreement, most: int) -> Grown:
    usd, people = agreement.usd or 0, agreement.headcount or 0
    return Grown(
        day=on_day(agreement.from_on),
        amount=dollars(usd, usd),
        people=ngettext("%(count)d person", "%(count)d people", people) % {"count": people},
        parts=((1000, 1000 * usd // most),),
    )
