"""One message of the other side is reported to programme staff."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.introductions.acting import Acting
from matching.introductions.acts import report_of
from matching.introductions.parties import parties_of
from matching.introductions.thread import readable
from matching.introductions.views.acting import ask_or_do
from matching.introductions.views.one import found
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report_message(request: ViewedRequest, public_id: str, message_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row, request.viewer)
    theirs = readable(row, parties).filter(sender=parties.other)
    message = get_object_or_404(theirs, public_id=message_id)
    acting = Acting(row, row.opening, parties, request.viewer)
    back_url = reverse("messages", args=[row.public_id])
    return ask_or_do(request, acting, report_of(message), back_url)
