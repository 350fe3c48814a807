"""A booked session as a file for the calendars of the two."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.engagements.sessions.invitations import invitation, method_of
from matching.engagements.sessions.views.one import found
from profiles.middleware import ViewedRequest


@login_required
@require_safe
@never_cache
def calendar(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    method = method_of(row)
    if not method:
        raise Http404
    kind = f"text/calendar; charset=utf-8; method={method}"
    answer = HttpResponse(invitation(row), content_type=kind)
    answer["Content-Disposition"] = 'attachment; filename="session.ics"'
    return answer
