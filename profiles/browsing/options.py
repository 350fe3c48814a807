"""The facets of a list as groups of a form: how many of each value, and what is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from profiles.browsing.facets import Facet

AT_ONCE = 8
"""Options shown before the rest waits behind a word that opens it."""
MOST = 20
"""Options in all; the chosen are among them however few rows they have."""
FEW = 5
"""Counts below this are not told of people and unnamed firms."""


@dataclass(frozen=True, slots=True)
class Option:
    """`count` is a number or a word, "" where there is none."""

    value: str
    label: str
    checked: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One facet; `kind` is checkbox or number (with `value`). Of many options the chosen lead."""

    name: str
    legend: str
    kind: str
    options: list[Option]
    more: list[Option]
    value: str = ""

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """(value, label) of what narrows the list."""
        if self.kind == "number":
            label = _("%(name)s: %(value)s") % {"name": self.legend, "value": self.value}
            return [(self.value, label)] if self.value else []
        return [(option.value, option.label) for option in self.options if option.checked]


def number(name: str, field: Any, value: str) -> Group:
    return Group(name, str(field.label), "number", [], [], value)


def group(
    name: str, facet: Facet, counts: Mapping[str, int], chosen: list[str], *, hushed: bool
) -> Group:
    """The values that rows have, and the chosen ones whether or not any row has them."""
    labels = {} if facet.named else facet.labels()
    options = [
        Option(
            value,
            facet.named(value) if facet.named else str(labels.get(value, value)),
            checked=value in chosen,
            count=told(counts.get(value, 0), hushed=hushed),
        )
        for value in _ordered(facet, counts, chosen, least=FEW if hushed else 0)
    ]
    at_once = max(AT_ONCE, len(chosen))
    return Group(name, str(facet.label), "checkbox", options[:at_once], options[at_once:])


def told(count: int, *, hushed: bool) -> str:
    """The number as people read it; `hushed` lists never tell a small one.

    Both languages write 1,234 (`silah.formats`); there are 80 a page, too many for `number_format`.
    """
    if hushed and 0 < count < FEW:
        return _("few")
    return f"{count:,}"


def _ordered(
    facet: Facet, counts: Mapping[str, int], chosen: list[str], *, least: int
) -> list[str]:
    """Counts below `least` stand in no order: it would tell which of two is the larger."""
    if facet.by_count:
        found = sorted(counts, key=lambda value: (-max(counts[value], least), value))
    else:
        found = [value for value in facet.labels() if value in counts]
    if len(found) <= AT_ONCE:
        return [*found, *(value for value in chosen if value not in found)]
    return [*chosen, *[value for value in found if value not in chosen]][:MOST]


def at_least(total: int, shown: Iterable[Mapping[str, int]], paged: int) -> int | None:
    """Of a hushed list: the number that may be told, nothing where `total` itself may be.

    shown: of each facet with one value a row, how many of the rows found have each value. Where
    one is few, whoever knows the total subtracts the others from it. So what is told is their
    sum, which stands on the page already; `paged`, the rows of all pages but the last, do too.
    0 means that there are few, and is never told of more.
    """
    few = [sum(n for n in counts.values() if n < FEW) for counts in shown]
    if 0 < total < FEW:
        return 0
    if any(few):
        return max(total - max(few), paged, FEW - 1)
    return None
