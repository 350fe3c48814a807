"""What the reader was told: the page, the way from a line to its matter, and all of it read."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ledger.models import Notification
from ledger.notices import lines_of
from ledger.telling import mark_read, mark_read_until
from profiles.middleware import ViewedRequest
from profiles.models import User
from profiles.zones import zone_city
from silah.notifications.days import by_day

A_PAGE = 20


@login_required
@require_safe
def notifications(request: ViewedRequest) -> HttpResponse:
    """One page; that there is a next one is seen from one row more, without counting."""
    user = _account(request)
    number = _number(request.GET.get("page", ""))
    start = (number - 1) * A_PAGE
    rows = list(_own(user)[start : start + A_PAGE + 1])
    if number > 1 and not rows:
        return redirect("notifications")
    shown = rows[:A_PAGE]
    lines = lines_of(shown, request.viewer.as_party)
    _pass_over(user, [row.pk for row in shown if row.is_unread and row.pk not in lines])
    page = {
        "heading": _heading(user.unread_notices),
        "days": by_day(shown, lines),
        "zone": zone_city(timezone.get_current_timezone_name()),
        "newest": shown[0].pk if number == 1 and user.unread_notices else None,
        **_pages(number, start, len(shown), has_next=len(rows) > A_PAGE),
    }
    return render(request, "notifications/notifications.html", page)


@login_required
@require_safe
def open_notification(request: ViewedRequest, pk: int) -> HttpResponse:
    """Mark it read, as a letter that is opened, and lead to what it is about."""
    user = _account(request)
    row = get_object_or_404(_own(user), pk=pk)
    mark_read(user_id=user.pk, keys=[pk])
    line = lines_of([row], request.viewer.as_party).get(pk)
    if line is None:
        raise Http404
    return HttpResponseRedirect(line.url)


@login_required
@require_POST
def read_all(request: ViewedRequest) -> HttpResponse:
    """`until` is the newest that stood on the page: what came meanwhile stays new."""
    until = request.POST.get("until", "")
    if not until.isdecimal():
        raise BadRequest("Say up to which notification: until=1234.")
    mark_read_until(user_id=_account(request).pk, newest=int(until))
    messages.success(request, _("All of them are marked as read."))
    return redirect("notifications")


def _own(user: User) -> Any:
    return Notification.objects.of(user.pk).newest_first()


def _pass_over(user: User, keys: list[int]) -> None:
    """What may not be known any more is not shown, so it must not count as new either."""
    if keys:
        mark_read(user_id=user.pk, keys=keys)
        user.refresh_from_db(fields=["unread_notices"])


def _heading(unread: int) -> str:
    if not unread:
        return _("Notifications")
    said = ngettext("One new notification", "%(number)d new notifications", unread)
    return said % {"number": unread}


def _number(text: str) -> int:
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1


def _pages(number: int, start: int, count: int, *, has_next: bool) -> dict[str, Any]:
    return {
        "first": start + 1,
        "last": start + count,
        "previous_url": _url(number - 1) if number > 1 else "",
        "next_url": _url(number + 1) if has_next else "",
    }


def _url(number: int) -> str:
    page = f"?page={number}" if number > 1 else ""
    return f"{reverse('notifications')}{page}"


def _account(request: ViewedRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
