"""My matches: for one of the viewer's own openings or candidacies, the best with their reasons."""

from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matching.lists import Match, ranked
from matching.meeting import meetings
from matching.models import Candidacy, Opening, TopMatches
from matching.pairs import explain_many
from matching.views.lines import MatchLine, match_line
from matching.views.not_for_me import set_aside_lines
from matching.views.sides import OwnSide, own_sides
from matching.views.wording import on_day
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer
from profiles.zones import zone_city

A_PAGE = 20


@login_required
@require_safe
def my_matches(request: ViewedRequest) -> HttpResponse:
    sides = own_sides(request.viewer)
    chosen = _chosen(sides, request.GET.get("of", ""))
    page = _matches(chosen, request.viewer, request.GET.get("page")) if chosen else {}
    page |= {
        "groups": _groups(sides, chosen, page.get("total", 0)),
        "several": len(sides) > 1,
        "set_aside": set_aside_lines(request.viewer),
    }
    return render(request, "matching/my_matches.html", page)


def _chosen(sides: list[OwnSide], public_id: str) -> OwnSide | None:
    """The side that the address names, else the first; a name that is not one's own is a 404."""
    if not public_id:
        return next(iter(sides), None)
    found = next((own for own in sides if own.public_id == public_id), None)
    if found is None:
        raise Http404
    return found


def _groups(
    sides: list[OwnSide], chosen: OwnSide | None, total: int
) -> list[tuple[object, list[dict[str, Any]]]]:
    """The choice between one's own sides, by pairing; `total` is what the chosen one lists."""
    ordered = sorted(sides, key=lambda own: own.row.pairing)
    return [
        (own_group[0].pairing.label, [_choice(own, chosen, total) for own in own_group])
        for own_group in (list(rows) for _, rows in groupby(ordered, lambda own: own.row.pairing))
    ]


def _choice(own: OwnSide, chosen: OwnSide | None, total: int) -> dict[str, Any]:
    """How many it lists; of a side that is not looked at, when its list was made last."""
    stored = len(own.stored.ids) if own.stored else 0
    return {
        "label": own.label,
        "language": own.language,
        "url": _url(own),
        "chosen": own is chosen,
        "count": total if own is chosen else stored,
    }


def _url(own: OwnSide, number: int = 1) -> str:
    query = {"of": own.public_id} | ({"page": number} if number > 1 else {})
    return f"{reverse('my-matches')}?{urlencode(query)}"


def _matches(own: OwnSide, viewer: Viewer, number: str | None) -> dict[str, Any]:
    page = Paginator(ranked(own.row, own.stored, viewer), A_PAGE).get_page(number)
    return {
        "own": own,
        "may_set_aside": viewer.writes_for(own.profile.pk),
        "lines": _lines(own, viewer, page),
        "fresh": _fresh(own.stored),
        **pager(page, partial(_url, own)),
    }


def _lines(own: OwnSide, viewer: Viewer, page: Page[Match]) -> list[MatchLine]:
    views = explain_many(own.row, [_other(own, match) for match in page])
    told = meetings([(match.opening, match.candidacy) for match in page], viewer)
    return [
        match_line(match, views[_other(own, match).pk], viewer, meeting)
        for match, meeting in zip(page, told, strict=True)
    ]


def _other(own: OwnSide, match: Match) -> Opening | Candidacy:
    return match.candidacy if own.side == "opening" else match.opening


def _fresh(stored: TopMatches | None) -> str:
    """When the list was made, on the reader's clock."""
    if stored is None:
        return ""
    at = timezone.localtime(stored.updated_at)
    zone = zone_city(timezone.get_current_timezone_name())
    time = _("%(time)s in %(zone)s") % {"time": date_format(at, "H:i"), "zone": zone}
    if at.date() == timezone.localdate():
        return _("as of %(time)s") % {"time": time}
    return _("as of %(day)s, %(time)s") % {"day": on_day(at.date()), "time": time}
