"""The week as a grid of boxes to tick, and exact hours behind a word that opens them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from profiles.hours import Week, parse_week
from profiles.weeks import (
    BLOCK_HOURS,
    BLOCKS,
    EMPTY,
    SUNDAY_FIRST,
    Block,
    free_blocks,
    part_of,
    week_text,
    with_blocks,
)


@dataclass(frozen=True, slots=True)
class TypedWeek:
    """ticks: blocks as they stand; shown: as they stood on the page; text: the exact hours."""

    ticks: frozenset[Block] = frozenset()
    shown: frozenset[Block] = frozenset()
    text: str = ""

    def week(self) -> Week:
        """The hours of the text, with the blocks that were ticked or unticked since.

        Raises ValueError where the text is not understood.
        """
        known = parse_week(self.text) if self.text.strip() else EMPTY
        free, busy = self.ticks - self.shown, self.shown - self.ticks
        return with_blocks(known, free=free, busy=busy)


class WeekGrid(forms.Widget):
    template_name = "questions/week_grid.html"
    use_fieldset = True

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> TypedWeek:
        ticks = data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name, [])
        return TypedWeek(
            frozenset(_blocks(ticks)),
            frozenset(_blocks(str(data.get(f"{name}-shown", "")).split())),
            str(data.get(f"{name}-hours", ""))[:400],
        )

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = value if isinstance(value, TypedWeek) else _shown(value)
        return context | {
            "name": name,
            "blocks": _heads(),
            "days": list(_days(typed)),
            "shown": " ".join(sorted(_code(block) for block in typed.shown)),
            "text": typed.text,
        }


class WeekGridField(forms.Field):
    """`cleaned_data` holds seven masks, Monday first, or None where nothing is said."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=WeekGrid, required=False, **options)

    def clean(self, value: TypedWeek) -> list[int] | None:
        try:
            week = value.week()
        except ValueError:
            raise ValidationError(_unread(value.text), code="week") from None
        return list(week) if any(week) else None


def _shown(week: Any) -> TypedWeek:
    known: Week = tuple(week) if week else EMPTY
    ticks = frozenset(free_blocks(known))
    return TypedWeek(ticks, ticks, week_text(known))


def _heads() -> list[tuple[str, str]]:
    names = [_("Night"), _("Morning"), _("Afternoon"), _("Evening")]
    spans = (f"{start}–{start + BLOCK_HOURS}" for start in BLOCKS)
    return list(zip(names, spans, strict=True))


def _days(typed: TypedWeek) -> Iterator[dict[str, Any]]:
    try:
        known = parse_week(typed.text) if typed.text.strip() else EMPTY
    except ValueError:
        known = EMPTY
    for day in SUNDAY_FIRST:
        cells = [_cell((day, start), typed, known) for start in BLOCKS]
        yield {"name": _day_names()[day], "cells": cells}


def _cell(block: Block, typed: TypedWeek, known: Week) -> dict[str, Any]:
    day, start = block
    label = _("%(day)s, %(start)02d:00 to %(end)02d:00") % {
        "day": _day_names()[day],
        "start": start,
        "end": start + BLOCK_HOURS,
    }
    return {
        "code": _code(block),
        "label": label,
        "is_ticked": block in typed.ticks,
        "is_partly": block not in typed.ticks and part_of(known, block),
    }


def _day_names() -> list[str]:
    return [
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    ]


def _code(block: Block) -> str:
    return f"{block[0]}-{block[1]}"


def _blocks(codes: list[str]) -> Iterator[Block]:
    every = {_code((day, start)): (day, start) for day in SUNDAY_FIRST for start in BLOCKS}
    yield from (every[code] for code in codes if code in every)


def _unread(text: str) -> str:
    return _(
        "“%(text)s” was not understood. Write days and whole hours, such as: Sun-Thu 09:00-17:00;"
        " Sat 10:00-14:00"
    ) % {"text": text.strip()}
