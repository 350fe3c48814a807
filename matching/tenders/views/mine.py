"""What one's firms answered, and how many answered one's tenders."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
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
from matching.tenders.models import Answer
from matching.tenders.parties import parties_of
from matching.tenders.views.one import answer_url
from matching.views.wording import closing
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

A_PAGE = 20
SENT, POSTED = "answers", "tenders"


@dataclass(frozen=True, slots=True)
class Line:
    """One answer, or one tender: mark and word as components/state.html has them

    who, where: whose tender it is, "" of one's own; facts: short texts
    """

    url: str
    title: str
    language: str
    who: str
    where: str
    mark: str
    word: str
    facts: list[str]


@login_required
@require_safe
@never_cache
def my_tenders(request: ViewedRequest) -> HttpResponse:
    viewer = request.viewer.as_party
    counts = {SENT: Answer.objects.sent_by(viewer).count(), POSTED: _posted(viewer).count()}
    show = _show(request.GET.get("show", ""), counts)
    paginator = Paginator(_rows(show, viewer), A_PAGE)
    paginator.count = counts[show]
    page = paginator.get_page(request.GET.get("page"))
    line = _of_answer if show == SENT else _of_tender
    shown = {
        "drawers": [_drawer(each, show, counts) for each in (SENT, POSTED)],
        "lines": [line(row, viewer) for row in page],
        "show": show,
        **pager(page, partial(_url, show)),
    }
    return render(request, "tenders/mine.html", shown)


def _url(show: str, number: int = 1) -> str:
    page = f"&page={number}" if number > 1 else ""
    return f"{reverse('my-tenders')}?show={show}{page}"


def _show(named: str, counts: dict[str, int]) -> str:
    """What the address names, else the first that holds anything."""
    return named if named in counts else next((each for each in counts if counts[each]), SENT)


def _drawer(each: str, show: str, counts: dict[str, int]) -> dict[str, Any]:
    label = {SENT: _("Your answers"), POSTED: _("Your tenders")}[each]
    return {"label": label, "count": counts[each], "url": _url(each), "chosen": each == show}


def _posted(viewer: Viewer) -> "QuerySet[Opening]":
    own = sorted(viewer.profile_ids)
    rows: QuerySet[Opening] = Opening.objects.filter(owner__in=own, pairing=PAIRING.slug)
    return rows.exclude(status=Opening.Status.DRAFT)


def _rows(show: str, viewer: Viewer) -> "QuerySet[Any]":
    if show == SENT:
        rows: QuerySet[Any] = Answer.objects.sent_by(viewer).with_sides(viewer).live_first()
        return rows
    received = Answer.objects.received_by(viewer).live().filter(opening=OuterRef("pk"))
    number = received.order_by().values("opening").annotate(n=Count("pk")).values("n")
    return _posted(viewer).annotate(received=Coalesce(Subquery(number), 0)).order_by("-pk")


def _of_answer(row: Answer, viewer: Viewer) -> Line:
    who, where = parties_of(row, viewer).title(viewer)
    return Line(
        url=answer_url(row),
        title=row.opening.title,
        language=row.opening.language,
        who=who,
        where=where,
        mark=saying.mark_of(row),
        word=saying.heading_of(row, is_ours=True),
        facts=[_("sent %(moment)s") % {"moment": moment(row.sent_at)}],
    )


def _of_tender(row: Any, viewer: Viewer) -> Line:
    said = ngettext("One answer", "%(count)d answers", row.received) % {"count": row.received}
    return Line(
        url=reverse("tender-answers", args=[row.public_id]),
        title=row.title,
        language=row.language,
        who="",
        where="",
        mark="met" if row.received else "not",
        word=said,
        facts=[text for text in (str(row.get_status_display()), closing(row)) if text],
    )
