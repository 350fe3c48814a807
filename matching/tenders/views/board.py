"""The answers to a tender as its owner reads them: blind, the shortlist first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.introductions.saying import moment
from matching.models import Opening
from matching.pairings.contracting import PAIRING
from matching.tenders import saying
from matching.tenders.blind import Team, teams_of, title_of
from matching.tenders.models import Answer
from matching.tenders.views.one import answer_url
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: who, where: an alias and "", unless the firm gave its name to the reader

    mark and word as components/state.html has them
    """

    url: str
    who: str
    where: str
    mark: str
    word: str
    facts: list[str]
    team: Team
    sent: str


@login_required
@require_safe
@never_cache
def board(request: ViewedRequest, public_id: str) -> HttpResponse:
    viewer = request.viewer.as_party
    opening = _own_tender(public_id, viewer)
    rows = Answer.objects.received_by(viewer).live().filter(opening=opening)
    paginator = Paginator(rows.with_sides(viewer).shortlisted_first(), A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    url = reverse("tender-answers", args=[opening.public_id])
    shown = {
        "opening": opening,
        "heading": _heading(paginator.count),
        "lines": _lines(page, opening, viewer),
        **pager(page, lambda number: f"{url}?page={number}"),
    }
    return render(request, "tenders/board.html", shown)


def _own_tender(public_id: str, viewer: Viewer) -> Opening:
    """A 404 for everybody but its owner; a draft has no answers."""
    rows = Opening.objects.filter(owner__in=sorted(viewer.profile_ids), pairing=PAIRING.slug)
    rows = rows.exclude(status=Opening.Status.DRAFT).select_related("owner")
    opening: Opening | None = rows.filter(public_id=public_id).first()
    if opening is None:
        raise Http404
    return opening


def _heading(count: int) -> str:
    if not count:
        return _("No answers yet")
    said = ngettext("One answer to your tender", "%(count)d answers to your tender", count)
    return said % {"count": count}


def _lines(page: Iterable[Answer], opening: Opening, viewer: Viewer) -> list[Line]:
    rows = list(page)
    teams = teams_of([row.firm for row in rows], opening)
    return [_line(row, teams[row.firm.pk], viewer) for row in rows]


def _line(row: Answer, team: Team, viewer: Viewer) -> Line:
    who, where = title_of(row, viewer)
    return Line(
        url=answer_url(row),
        who=who,
        where=where,
        mark=saying.mark_of(row),
        word=str(row.get_state_display()),
        facts=saying.facts_of(row),
        team=team,
        sent=_("sent %(moment)s") % {"moment": moment(row.sent_at)},
    )
