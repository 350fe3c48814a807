"""Times are proposed: first ones, others instead, or others for what was booked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.engagements.models import Engagement, Session
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.parties import parties_of
from matching.engagements.sessions import actions
from matching.engagements.sessions.acts import TO_THE_SESSION, refuses
from matching.engagements.sessions.forms import ProposalForm
from matching.engagements.sessions.moves import Move
from matching.engagements.sessions.views.one import found
from matching.introductions.acting import Acting
from matching.introductions.parties import Parties
from matching.moves import RefusedError
from matching.pairings.words import Words
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Proposing:
    """One page on which times are typed. question: its heading; means: what follows

    do: the action, of what was said; like: the session it begins with; back: its way back
    """

    question: Words
    means: Words
    button: Words
    do: Callable[..., Session]
    subject: dict[str, Any]
    engagement: Engagement
    parties: Parties
    back: Words
    back_url: str
    like: Session | None = None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def propose(request: ViewedRequest, public_id: str) -> HttpResponse:
    engagement = _running(public_id, request.viewer)
    return _ask_or_do(
        request,
        Proposing(
            _("Propose a session"),
            _("Give one to three times. They choose one of them, or propose others."),
            _("Propose these times"),
            actions.propose,
            {"engagement": engagement},
            engagement,
            parties_of(engagement, request.viewer),
            _("Back to the mentoring"),
            reverse("engagement", args=[engagement.public_id]),
        ),
    )


def _running(public_id: str, viewer: Viewer) -> Engagement:
    """What one may propose a session of; what is over is refused when it is sent."""
    rows = Engagement.objects.visible_to(viewer).with_parties(viewer)
    row: Engagement | None = rows.filter(public_id=public_id).first()
    if row is None or not outcome_of(row.pairing).has_sessions:
        raise Http404
    return row


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def other_times(request: ViewedRequest, public_id: str) -> HttpResponse:
    means = _("These times replace those that were proposed. They choose one of them.")
    return _instead(request, public_id, Move.COUNTER, _("Propose other times"), means)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def move(request: ViewedRequest, public_id: str) -> HttpResponse:
    means = _("The booked time is off as soon as you send this. They choose one of the new ones.")
    return _instead(request, public_id, Move.MOVE, _("Move it to another time"), means)


def _instead(
    request: ViewedRequest, public_id: str, move: Move, question: Words, means: Words
) -> HttpResponse:
    row = found(public_id, request.viewer)
    parties = parties_of(row.engagement, request.viewer)
    acting = Acting(row, row.engagement.introduction.opening, parties, request.viewer)
    back_url = reverse("session", args=[row.public_id])
    refusal = "" if request.method == "POST" else refuses(move)(acting)
    if refusal and request.viewer.writes_for(parties.own.pk):
        messages.error(request, refusal)
        return HttpResponseRedirect(back_url)
    do = {Move.COUNTER: actions.counter, Move.MOVE: actions.move}[move]
    page = Proposing(
        question, means, _("Propose these times"), do, {"session": row}, row.engagement, parties,
        TO_THE_SESSION, back_url, row,
    )  # fmt: skip
    return _ask_or_do(request, page)


def _ask_or_do(request: ViewedRequest, page: Proposing) -> HttpResponse:
    if not request.viewer.writes_for(page.parties.own.pk):
        raise Http404
    if request.method != "POST":
        return _asked(request, page, ProposalForm(like=page.like))
    form = ProposalForm(request.POST, like=page.like)
    if not form.is_valid():
        return _asked(request, page, form, status=422)
    said = {"by": page.parties.own, "said": form.said(), "by_id": request.viewer.user_id}
    try:
        row = page.do(**page.subject, **said)
    except (Engagement.DoesNotExist, Session.DoesNotExist):
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _asked(request, page, form, status=409)
    messages.success(request, str(_("Proposed. They choose one of your times.")))
    return HttpResponseRedirect(reverse("session", args=[row.public_id]))


def _asked(
    request: ViewedRequest, page: Proposing, form: ProposalForm, *, status: int = 200
) -> HttpResponse:
    who, where = page.parties.title(request.viewer)
    shown = {
        "act": page,
        "form": form,
        "who": who,
        "where": where,
        "opening": page.engagement.introduction.opening,
        "back": page.back,
        "back_url": page.back_url,
    }
    return render(request, "introductions/act.html", shown, status=status)
