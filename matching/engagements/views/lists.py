"""What came of one's introductions, live first, by state."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.engagements import saying
from matching.engagements.models import Engagement
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.parties import parties_of
from matching.introductions.views.lists import Line
from matching.views.wording import on_day
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

A_PAGE = 20
MARKS = {"stated": "partly", "running": "met", "completed": "met"}


@login_required
@require_safe
@never_cache
def engagements(request: ViewedRequest) -> HttpResponse:
    counts, waiting = _counts(request.viewer)
    state = request.GET.get("state", "")
    state = state if state in Engagement.State.values else ""
    rows = Engagement.objects.visible_to(request.viewer)
    rows = (rows.filter(state=state) if state else rows).with_parties(request.viewer)
    paginator = Paginator(rows.with_agreements().live_first(), A_PAGE)
    paginator.count = counts.get(state, 0) if state else sum(counts.values())
    page = paginator.get_page(request.GET.get("page"))
    shown = {
        "heading": _heading(waiting),
        "states": _states(state, counts),
        "lines": [_line(row, request.viewer) for row in page],
        "is_narrowed": bool(state),
        "all_url": _url(),
        **pager(page, partial(_url, state)),
    }
    return render(request, "engagements/engagements.html", shown)


def _url(state: str = "", page: int = 0) -> str:
    said = {"state": state, "page": page}
    query = urlencode({name: value for name, value in said.items() if value})
    return reverse("engagements") + (f"?{query}" if query else "")


def _counts(viewer: Viewer) -> tuple[dict[str, int], int]:
    """By state, and how many wait for a word of the reader's, in one query."""
    own = sorted(viewer.profile_ids)
    theirs = Q(agreements__state="waiting") & ~Q(agreements__by__in=own)
    counted = Engagement.objects.visible_to(viewer).order_by().values("state")
    counted = counted.annotate(
        number=Count("pk", distinct=True), theirs=Count("pk", distinct=True, filter=theirs)
    )
    rows = list(counted.values_list("state", "number", "theirs"))
    return {state: number for state, number, _n in rows}, sum(row[2] for row in rows)


def _heading(waiting: int) -> str:
    """What waits for the reader, since that is what they come for."""
    if waiting:
        return ngettext(
            "One statement waits for your word",
            "%(count)d statements wait for your word",
            waiting,
        ) % {"count": waiting}
    return _("What came of introductions")


def _states(chosen: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """Every state that there is, as a link, and the way back to all of them."""
    links = [_state("", _("All"), sum(counts.values()), chosen)]
    links += [
        _state(state.value, str(state.label), counts[state.value], chosen)
        for state in Engagement.State
        if counts.get(state.value)
    ]
    return links if len(links) > 2 or chosen else []


def _state(state: str, label: str, count: int, chosen: str) -> dict[str, Any]:
    return {"label": label, "count": count, "url": _url(state), "chosen": state == chosen}


def _line(row: Engagement, viewer: Viewer) -> Line:
    parties = parties_of(row, viewer)
    who, where = parties.title(viewer)
    opening = row.introduction.opening
    return Line(
        url=reverse("engagement", args=[row.public_id]),
        title=opening.title,
        language=opening.language,
        kind=str(outcome_of(row.pairing).label),
        who=who,
        where=where,
        mark=MARKS.get(row.state, "not"),
        word=saying.heading_of(row, parties.own.pk),
        due=saying.short_due(row),
        unread="",
        asked=_("recorded on %(day)s") % {"day": on_day(timezone.localdate(row.stated_at))},
    )
