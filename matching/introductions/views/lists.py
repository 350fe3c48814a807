"""What was received and what was sent, live first, by state."""

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.introductions import saying
from matching.introductions.models import Introduction
from matching.introductions.parties import parties_of
from matching.introductions.queries import IntroductionQuerySet
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

A_PAGE = 20
Show = Literal["received", "sent"]
SIDES: dict[Show, str] = {"received": "asked", "sent": "asker"}
MARKS = {"waiting": "partly", "accepted": "met"}


@dataclass(frozen=True, slots=True)
class Line:
    """mark and word as components/state.html has them

    due: what is left of the time, or ""; unread: the new messages, or ""
    """

    url: str
    title: str
    language: str
    kind: str
    who: str
    where: str
    mark: str
    word: str
    due: str
    unread: str
    asked: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; whatever it names that there is not counts for nothing."""

    show: Show
    state: str
    opening: str

    def url(self, **changed: Any) -> str:
        said = {"show": self.show, "state": self.state, "opening": self.opening} | changed
        return f"{reverse('introductions')}?{urlencode({k: v for k, v in said.items() if v})}"


@login_required
@require_safe
@never_cache
def introductions(request: ViewedRequest) -> HttpResponse:
    opening = _uuid(request.GET.get("opening", ""))
    counts = _counts(_of_opening(Introduction.objects.visible_to(request.viewer), opening), request)
    asked = _asked(request, counts, opening)
    total = counts[asked.show].get(asked.state, 0) if asked.state else _all(counts[asked.show])
    paginator = Paginator(_rows(asked, request.viewer), A_PAGE)
    paginator.count = total
    page = paginator.get_page(request.GET.get("page"))
    shown = {
        "heading": _heading(asked, counts),
        "drawers": [_drawer(asked, show, counts) for show in SIDES],
        "states": _states(asked, counts[asked.show]),
        "lines": [_line(row, request.viewer) for row in page],
        "show": asked.show,
        "is_narrowed": bool(asked.state or asked.opening),
        "all_url": asked.url(state="", opening=""),
        **pager(page, lambda number: asked.url(page=number)),
    }
    return render(request, "introductions/introductions.html", shown)


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""


def _of_opening(rows: IntroductionQuerySet, opening: str) -> IntroductionQuerySet:
    return rows.filter(opening__public_id=opening) if opening else rows


def _counts(rows: IntroductionQuerySet, request: ViewedRequest) -> dict[Show, dict[str, int]]:
    """By side and state, in one query."""
    own = request.viewer.profile_ids
    found: dict[Show, dict[str, int]] = {"received": {}, "sent": {}}
    grouped = rows.order_by().values_list("asker", "asked", "state").annotate(Count("pk"))
    for asker, asked, state, count in grouped:
        for show, side in (("received", asked), ("sent", asker)):
            if side in own:
                found[show][state] = found[show].get(state, 0) + count  # type: ignore[index]
    return found


def _all(counts: dict[str, int]) -> int:
    return sum(counts.values())


def _asked(request: ViewedRequest, counts: dict[Show, dict[str, int]], opening: str) -> Asked:
    """The side that the address names, else the first that holds something live, else anything."""
    named = [show for show in SIDES if show == request.GET.get("show")]
    live = [show for show in SIDES if counts[show].keys() & set(Introduction.LIVE)]
    full = [show for show in SIDES if counts[show]]
    state = request.GET.get("state", "")
    return Asked(
        show=[*named, *live, *full, *SIDES][0],
        state=state if state in Introduction.State.values else "",
        opening=opening,
    )


def _rows(asked: Asked, viewer: Viewer) -> IntroductionQuerySet:
    rows = Introduction.objects.visible_to(viewer).of_side(SIDES[asked.show], viewer.profile_ids)
    rows = _of_opening(rows, asked.opening)
    if asked.state:
        rows = rows.filter(state=asked.state)
    return rows.with_parties(viewer).with_messages(viewer).live_first()


def _heading(asked: Asked, counts: dict[Show, dict[str, int]]) -> str:
    """What waits for the reader, since that is what they come for."""
    waiting = counts["received"].get("waiting", 0)
    if waiting:
        return ngettext(
            "One request waits for your answer",
            "%(count)d requests wait for your answer",
            waiting,
        ) % {"count": waiting}
    return _("Introductions")


def _drawer(asked: Asked, show: Show, counts: dict[Show, dict[str, int]]) -> dict[str, Any]:
    return {
        "label": {"received": _("Received"), "sent": _("Sent")}[show],
        "count": _all(counts[show]),
        "url": asked.url(show=show, state=""),
        "chosen": show == asked.show,
    }


def _states(asked: Asked, counts: dict[str, int]) -> list[dict[str, Any]]:
    """Every state that there is, as a link, and the way back to all of them."""
    links = [_state(asked, "", _("All"), _all(counts))]
    links += [
        _state(asked, state.value, str(state.label), counts[state])
        for state in Introduction.State
        if counts.get(state)
    ]
    return links if len(links) > 2 or asked.state else []


def _state(asked: Asked, state: str, label: str, count: int) -> dict[str, Any]:
    chosen = asked.state == state
    return {"label": label, "count": count, "url": asked.url(state=state), "chosen": chosen}


def _line(row: Introduction, viewer: Viewer) -> Line:
    parties = parties_of(row, viewer)
    who, where = parties.title(viewer)
    return Line(
        url=reverse("introduction", args=[row.public_id]),
        title=row.opening.title,
        language=row.opening.language,
        kind=str(row.opening.declaration.opening_label),
        who=who,
        where=where,
        mark=MARKS.get(row.state, "not"),
        word=saying.heading_of(row, parties.own.pk),
        due=saying.short_due(row),
        unread=saying.unread_of(row),
        asked=_("asked %(moment)s") % {"moment": saying.moment(row.asked_at)},
    )
