"""`/styleguide/`: every component, in the reader's language and scheme; not for search engines.

A page for each group of them, so that each keeps the budget of a page.
"""

import re
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from silah.styleguide.pictures import as_csv, tables
from silah.styleguide.specimens import groups

TONES = (
    *("paper", "linen", "raised", "ink", "ink2", "line"),
    *("edge", "brand", "mulberry", "link", "warn", "danger"),
)
_AUTOFOCUS = re.compile(r" autofocus\b")


@require_safe
def styleguide(request: HttpRequest, group: str = "") -> HttpResponse:
    found = {slug: (title, specimens) for slug, title, specimens in groups()}
    page: dict[str, Any] = {"groups": [(slug, title) for slug, (title, _) in found.items()]}
    if not group:
        page |= {"schemes": ("light", "dark"), "tones": TONES}
    elif group in found:
        title, specimens = found[group]
        page |= {"title": title, "specimens": _together(specimens, request)}
    else:
        raise Http404
    response = render(request, "styleguide/styleguide.html", page)
    response["X-Robots-Tag"] = "noindex"
    return response


def _together(
    specimens: list[tuple[str, dict[str, Any]]], request: HttpRequest
) -> list[tuple[str, list[SafeString]]]:
    """Each name once, with all that is shown of it."""
    return [
        (name, [_shown(name, inputs, request) for _, inputs in same])
        for name, same in groupby(specimens, lambda specimen: specimen[0])
    ]


def _shown(name: str, inputs: dict[str, Any], request: HttpRequest) -> SafeString:
    """A component rendered; the error summary would take the focus of this page."""
    html = render_to_string(f"components/{name}.html", inputs, request)
    return mark_safe(_AUTOFOCUS.sub("", html))  # noqa: S308 (rendered by our own template)


@require_safe
def figures_csv(request: HttpRequest, key: str) -> HttpResponse:
    """The figures of one chart."""
    table = tables().get(key)
    if table is None:
        raise Http404
    return HttpResponse(as_csv(table), content_type="text/csv; charset=utf-8")
