"""What somebody keeps, one drawer at a time."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matching.saved.drawers import DRAWERS, Drawer
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest

A_PAGE = 20


@login_required
@require_safe
def saved(request: ViewedRequest) -> HttpResponse:
    rows = {drawer.name: drawer.rows(request.viewer) for drawer in DRAWERS}
    counts = {name: found.count() for name, found in rows.items()}
    shown = _shown(request.GET.get("show", ""), counts)
    paginator = Paginator(rows[shown.name], A_PAGE)
    paginator.count = counts[shown.name]
    page = paginator.get_page(request.GET.get("page"))
    lines = [shown.line(row, request.viewer) for row in shown.for_page(page.object_list)]
    return render(
        request,
        "saved/saved.html",
        {
            "shown": shown.name,
            "heading": _heading(shown, counts[shown.name]),
            "drawers": [_choice(drawer, counts[drawer.name], shown) for drawer in DRAWERS],
            "lines": lines,
            "saved": {line.key for line in lines},
            **pager(page, partial(_url, shown)),
        },
    )


def _shown(wanted: str, counts: dict[str, int]) -> Drawer:
    """The drawer that the address names, else the first that holds something."""
    named = [drawer for drawer in DRAWERS if drawer.name == wanted]
    full = [drawer for drawer in DRAWERS if counts[drawer.name]]
    return [*named, *full, *DRAWERS][0]


def _choice(drawer: Drawer, count: int, shown: Drawer) -> dict[str, Any]:
    chosen = drawer is shown
    return {"label": drawer.label, "count": count, "url": _url(drawer), "chosen": chosen}


def _heading(shown: Drawer, count: int) -> str:
    return str(shown.heading % {"count": count}) if count else _("Saved")


def _url(drawer: Drawer, number: int = 1) -> str:
    page = f"&page={number}" if number > 1 else ""
    return f"{reverse('saved')}?show={drawer.name}{page}"
