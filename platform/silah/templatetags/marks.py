"""Marks: the lozenge in its five states, always beside a word, and the chain of the home page."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

CHAIN = Path(__file__).with_name("chain.txt")
CELL = 10
CROSSED = "X"


@dataclass(frozen=True)
class HalfStitch:
    """One diagonal of a cell: its letter in the chart, where it starts, how far it falls."""

    letter: str
    start: float
    fall: float


HALF_STITCHES = {"you": HalfStitch("/", 8.4, -6.8), "them": HalfStitch("\\", 1.6, 6.8)}


@dataclass(frozen=True)
class Mark:
    """How a state looks (`css` is class and symbol) and what it is called."""

    css: str
    word: str | Promise


MARKS = {
    "met": Mark("met", _("Met")),
    "partly": Mark("part", _("Partly")),
    "not": Mark("not", _("Not met")),
    "unknown": Mark("unk", _("Not known")),
    "veto": Mark("veto", _("Ruled out")),
}


@register.filter
def mark_of(state: str) -> Mark:
    """Return the mark of a state. Raises ValueError for any other word."""
    if state not in MARKS:
        raise ValueError(f"{state!r} is no state of a criterion; use one of {', '.join(MARKS)}.")
    return MARKS[state]


@register.simple_tag(name="mark")
def lozenge(state: str) -> SafeString:
    """Draw the bare lozenge; the word beside it is the caller's to write."""
    css = mark_of(state).css
    flip = " flip" if state == "partly" else ""
    return format_html(
        '<svg class="mk {}{}" aria-hidden="true"><use href="#m-{}"/></svg>', css, flip, css
    )


@register.simple_tag
@cache
def chain_path(side: str) -> str:
    """Return path data of the half stitches that one side, `you` or `them`, makes of the chain."""
    half = HALF_STITCHES[side]
    return "".join(
        f"M{column * CELL + 1.6:g} {row * CELL + half.start:g}l6.8 {half.fall}"
        for row, line in enumerate(CHAIN.read_text("ascii").splitlines())
        for column, stitch in enumerate(line)
        if stitch in (half.letter, CROSSED)
    )
