"""The dashboard: what needs this person now, best matches, what they keep, their numbers."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from profiles.middleware import ViewedRequest
from profiles.models import User
from profiles.viewer import Viewer
from profiles.zones import zone_city
from silah.dashboard import staff
from silah.dashboard.best import best_of
from silah.dashboard.desk import Desk, desk_of
from silah.dashboard.links import first
from silah.dashboard.needs import needs_of
from silah.dashboard.next_step import proposal_of
from silah.dashboard.numbers import numbers_of
from silah.dashboard.starts import start_of, waits


@login_required
@require_safe
def dashboard(request: ViewedRequest) -> HttpResponse:
    if _waits_for_a_factor(request):
        return redirect("admin:index")
    desk = desk_of(request.viewer)
    page: dict[str, Any] = {"clock": _clock()}
    if request.viewer.is_staff:
        page["queues"] = staff.queues()
    if desk is not None:
        page |= _of(desk, request.viewer)
    elif not request.viewer.is_staff:
        page["roles_url"] = first("roles", "join", "openings")
    return render(request, "dashboard/dashboard.html", page)


def _waits_for_a_factor(request: ViewedRequest) -> bool:
    """Staff whose rights rest are led to where they set one up, with the reason why."""
    return isinstance(request.user, User) and request.user.is_staff and not request.viewer.is_staff


def _of(desk: Desk, viewer: Viewer) -> dict[str, Any]:
    best = best_of(desk.sides, viewer)
    return {
        "desk": desk,
        "role": next(role for role in viewer.roles if role.profile_id == desk.profile.pk),
        "needs": needs_of(desk),
        "best": best,
        "start": None if best else _start(desk),
        "numbers": numbers_of(desk.sides),
        "step": proposal_of(desk, viewer),
        "tasks": desk.tasks,
    }


def _start(desk: Desk) -> Any:
    return waits(desk) if desk.sides else start_of(desk)


def _clock() -> str:
    """Day and time where the reader is."""
    now = timezone.localtime()
    return _("%(day)s, %(time)s in %(zone)s") % {
        "day": date_format(now, "DATE_FORMAT"),
        "time": date_format(now, "H:i"),
        "zone": zone_city(timezone.get_current_timezone_name()),
    }
