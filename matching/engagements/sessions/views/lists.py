"""One's own sessions: what is to come, soonest first, what is behind, and how often one missed."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.engagements.models import Session
from matching.engagements.parties import parties_of
from matching.engagements.sessions.absences import own_absences
from matching.engagements.sessions.clocks import their_zone
from matching.engagements.sessions.lines import Line, line_of
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

A_PAGE = 20


@login_required
@require_safe
@never_cache
def sessions(request: ViewedRequest) -> HttpResponse:
    now, rows = timezone.now(), Session.objects.visible_to(request.viewer)
    past = rows.behind(now).latest_first().with_parties(request.viewer)
    page = Paginator(past, A_PAGE).get_page(request.GET.get("page"))
    coming = rows.to_come(now).soonest_first().with_parties(request.viewer)
    shown = {
        "coming": [_line(row, request.viewer) for row in coming[:A_PAGE]],
        "missed": own_absences(request.viewer.written_ids),
        "past": [_line(row, request.viewer) for row in page],
        **pager(page, _url),
    }
    return render(request, "sessions/sessions.html", shown)


def _line(row: Session, viewer: Viewer) -> Line:
    parties = parties_of(row.engagement, viewer)
    who, _where = parties.title(viewer)
    return line_of(row, their_zone(parties, viewer), who)


def _url(number: int) -> str:
    return f"{reverse('sessions')}?page={number}"
