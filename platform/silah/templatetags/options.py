"""Options, tags and facts of a list: some hundreds a page, so they are joined here, not rendered.

At 70 options and 160 tags a page, nodes of a template took as long as the rest of the page.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from silah.templatetags.marks import lozenge

register = template.Library()

OPTION = (
    '<label class="opt"><input type="{kind}" name="{name}" value="{value}"{checked}>'
    "<span><bdi>{label}</bdi></span>{count}</label>\n"
)
COUNT = '<span class="n">{}</span>'
FACT = '<span><bdi dir="auto">{}</bdi></span>'
TAG = '<span class="tag{state}">{said}<bdi>{label}</bdi></span>'
SAID = '<span class="vh">{} </span>'
STATES = {"held": " has", "in part": " part", "missing": " miss"}


@register.simple_tag
def option_inputs(kind: str, name: str, options: Iterable[Any]) -> SafeString:
    """One labelled input an option {value, label, checked, count: a number, "few" or nothing}."""
    kind, name = escape(kind), escape(name)
    return SafeString("".join(_option(kind, name, option) for option in options))


@register.simple_tag
def fact_marks(facts: Iterable[str]) -> SafeString:
    """Short texts in one line, each in its own reading order."""
    return SafeString("".join(FACT.format(escape(str(fact))) for fact in facts))


@register.simple_tag
def tag_marks(tags: Iterable[tuple[str, str]]) -> SafeString:
    """One tag a (label, state); a skill such as C++ keeps its order in Arabic."""
    return SafeString("".join(tag_mark(label, state) for label, state in tags))


@register.simple_tag
def tag_mark(label: str, state: str = "") -> SafeString:
    """`state` is "held", "in part", "missing" or nothing."""
    said = _said(state)
    return SafeString(TAG.format(state=STATES.get(state, ""), said=said, label=escape(str(label))))


def _said(state: str) -> str:
    """What is drawn of a state is also said to those who see no drawing."""
    if state == "in part":
        return lozenge("partly") + SAID.format(escape(_("In part:")))
    return SAID.format(escape(_("Missing:"))) if state == "missing" else ""


def _option(kind: str, name: str, option: Any) -> str:
    """`kind` and `name` are escaped already: they are the same for all."""
    count = _of(option, "count")
    return OPTION.format(
        kind=kind,
        name=name,
        value=escape(str(_of(option, "value"))),
        checked=" checked" if _of(option, "checked") else "",
        label=escape(str(_of(option, "label"))),
        count="" if count in (None, "") else COUNT.format(escape(str(count))),
    )


def _of(option: Any, name: str) -> Any:
    """As a template would read it: a key of a dictionary, or an attribute."""
    return option.get(name) if isinstance(option, dict) else getattr(option, name, None)
