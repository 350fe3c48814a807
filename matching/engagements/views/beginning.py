"""Recording what came of an introduction: its terms, and what follows once both say so."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.engagements import consequences
from matching.engagements.actions import begin
from matching.engagements.acts import said_in
from matching.engagements.models import Engagement
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.outcomes.terms import OutcomeTerms
from matching.introductions.models import Introduction
from matching.introductions.parties import Parties, parties_of
from matching.introductions.views.one import found
from matching.moves import RefusedError
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def begin_engagement(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row, request.viewer)
    if not request.viewer.writes_for(parties.own.pk):
        raise Http404
    if request.method == "POST":
        return _sent(request, row, parties)
    live = Engagement.objects.live().filter(introduction=row).first()
    if live is not None:
        return HttpResponseRedirect(reverse("engagement", args=[live.public_id]))
    if row.state != Introduction.State.ACCEPTED:
        messages.error(
            request, _("Only what is accepted can come to something. Nothing to record.")
        )
        return HttpResponseRedirect(reverse("introduction", args=[row.public_id]))
    return _asked(request, row, parties, _form(row, parties))


def _form(row: Introduction, parties: Parties, data: Any = None) -> OutcomeTerms:
    is_owner = parties.own.pk == row.opening.owner_id
    terms = outcome_of(row.opening.pairing).terms
    return terms(data, opening=row.opening, is_owner=is_owner)


def _sent(request: ViewedRequest, row: Introduction, parties: Parties) -> HttpResponse:
    form = _form(row, parties, request.POST)
    if not form.is_valid():
        return _asked(request, row, parties, form, status=422)
    said, by_id = said_in(form.cleaned_data), request.viewer.user_id
    try:
        made = begin(introduction=row, by=parties.own, said=said, by_id=by_id)
    except Introduction.DoesNotExist:
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _asked(request, row, parties, form, status=409)
    messages.success(request, _("Recorded. You read here where it stands."))
    return HttpResponseRedirect(reverse("engagement", args=[made.public_id]))


def _asked(
    request: ViewedRequest,
    row: Introduction,
    parties: Parties,
    form: OutcomeTerms,
    *,
    status: int = 200,
) -> HttpResponse:
    who, where = parties.title(request.viewer)
    outcome = outcome_of(row.opening.pairing)
    page = {
        "heading": outcome.begin,
        "form": form,
        "who": who,
        "where": where,
        "opening": row.opening,
        "back_url": reverse("introduction", args=[row.public_id]),
        "follows": consequences.of_beginning(row, is_candidate=not form.is_owner),
        "may_hold_at_once": outcome.may_hold_at_once and form.is_owner,
    }
    return render(request, "engagements/begin.html", page, status=status)
