"""The messages of one introduction: read a page at a time, and written while it runs."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.introductions import saying
from matching.introductions.actions import read_until, send
from matching.introductions.forms import MessageForm
from matching.introductions.models import Introduction, Message
from matching.introductions.parties import Parties, parties_of
from matching.introductions.thread import by_day, readable, with_news
from matching.introductions.views.one import found
from matching.moves import RefusedError
from profiles.middleware import ViewedRequest
from profiles.models import User
from profiles.zones import zone_city

A_PAGE = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def thread(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row, request.viewer)
    if not row.has_thread:
        raise Http404
    if request.method != "POST":
        return _page(request, row, parties, MessageForm())
    if not request.viewer.writes_for(parties.own.pk):
        raise Http404
    return _sent(request, row, parties, MessageForm(request.POST))


def _sent(
    request: ViewedRequest, row: Introduction, parties: Parties, form: MessageForm
) -> HttpResponse:
    if not form.is_valid():
        return _page(request, row, parties, form, status=422)
    by_id = request.viewer.user_id
    try:
        send(introduction=row, by=parties.own, said=form.said(), by_id=by_id)
    except Introduction.DoesNotExist:
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _page(request, row, parties, form, status=409)
    return HttpResponseRedirect(f"{_url(row)}#newest")


def _page(
    request: ViewedRequest,
    row: Introduction,
    parties: Parties,
    form: MessageForm,
    *,
    status: int = 200,
) -> HttpResponse:
    """That there are older ones is seen from one row more, without counting."""
    number = _number(request.GET.get("page", ""))
    start = (number - 1) * A_PAGE
    rows = list(with_news(readable(row, parties), request.viewer)[start : start + A_PAGE + 1])
    shown = rows[:A_PAGE]
    if number == 1 and row.unread:  # type: ignore[attr-defined]
        _settle(request, shown[0])
    who, where = parties.title(request.viewer)
    page = {
        "who": who,
        "where": where,
        "opening": row.opening,
        "days": by_day(shown, row, parties, request.viewer),
        "zone": zone_city(timezone.get_current_timezone_name()),
        "back_url": reverse("introduction", args=[row.public_id]),
        "older_url": _url(row, number + 1) if len(rows) > A_PAGE else "",
        "newer_url": _url(row, number - 1) if number > 1 else "",
        "send_url": _url(row),
        **_writing(request, row, parties, form),
    }
    return render(request, "introductions/thread.html", page, status=status)


def _settle(request: ViewedRequest, newest: Message) -> None:
    """Read now; the head of this very page counts what is left."""
    assert isinstance(request.user, User)
    settled = read_until(newest=newest, user_id=request.user.pk)
    request.user.unread_notices -= min(settled, request.user.unread_notices)


def _writing(
    request: ViewedRequest, row: Introduction, parties: Parties, form: MessageForm
) -> dict[str, Any]:
    """The form, or why there is none; what was typed stays there to be copied."""
    typed = form.is_bound
    closed = _closed(row, parties)
    if not closed and not request.viewer.writes_for(parties.own.pk):
        closed = _("You read for this firm. Its owners and recruiters write.")
    return {"form": form if typed or not closed else None, "closed": closed}


def _closed(row: Introduction, parties: Parties) -> str:
    """Why nothing more is sent, "" while the two may write."""
    if row.state == Introduction.State.ACCEPTED and not parties.other.is_hidden:
        return ""
    heading = _("This introduction is not possible any more")
    if row.state != Introduction.State.ACCEPTED:
        heading = saying.heading_of(row, parties.own.pk)
    said = _("%(state)s. What was written stays to be read; nothing more can be sent.")
    return said % {"state": heading}


def _number(text: str) -> int:
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1


def _url(row: Introduction, number: int = 1) -> str:
    page = f"?page={number}" if number > 1 else ""
    return f"{reverse('messages', args=[row.public_id])}{page}"
