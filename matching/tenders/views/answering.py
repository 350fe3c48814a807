"""Answering a tender: what the firm offers, and exactly what the company reads of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.introductions.sharing import own_card
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.pairings.contracting import PAIRING
from matching.queries.exclusions import candidacies_apart_from, openings_never_met
from matching.tenders import sharing
from matching.tenders.actions import answer
from matching.tenders.blind import teams_of
from matching.tenders.forms import AnswerForm
from matching.tenders.models import Answer
from matching.tenders.views.one import answer_url
from profiles.disclosure import heading
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer
from profiles.visibility import card_rows


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def answer_tender(request: ViewedRequest, public_id: str) -> HttpResponse:
    viewer = request.viewer.as_party
    opening = _tender(public_id, viewer)
    candidacy = _own_candidacy(opening, viewer)
    if request.method == "POST":
        return _sent(request, opening, candidacy)
    answered = candidacy.answered  # type: ignore[attr-defined]
    if answered:
        return HttpResponseRedirect(reverse("answer", args=[answered]))
    if not opening.is_open:
        messages.error(request, _("This tender is not open any more."))
        return HttpResponseRedirect(reverse("my-tenders"))
    if not candidacy.is_active:
        said = _("You have not agreed to be matched here now. Agree, then answer.")
        messages.error(request, said)
        return HttpResponseRedirect(_opening_url(opening))
    return _asked(request, opening, candidacy, _form(opening, candidacy, viewer))


def _tender(public_id: str, viewer: Viewer) -> Opening:
    """Of somebody else, open now or once; a 404 where they are not to meet."""
    rows = Opening.objects.filter(~openings_never_met(viewer), pairing=PAIRING.slug)
    rows = rows.exclude(owner__in=sorted(viewer.profile_ids)).exclude(status=Opening.Status.DRAFT)
    found: Opening | None = rows.with_owner().filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _own_candidacy(opening: Opening, viewer: Viewer) -> Candidacy:
    """Of a firm that the viewer speaks for; an active one first, a 404 where there is none.

    Its `answered` is the public id of the live answer that it has sent, if it has.
    """
    live = Answer.objects.live().filter(opening=opening, candidacy=OuterRef("pk"))
    rows = Candidacy.objects.filter(pairing=PAIRING.slug, profile__in=sorted(viewer.written_ids))
    rows = rows.exclude(candidacies_apart_from(opening)).exclude(status=Candidacy.Status.DRAFT)
    rows = rows.annotate(answered=Subquery(live.values("public_id")[:1])).with_profile()
    found: list[Candidacy] = list(rows.prefetch_related(*card_rows("profile__")).order_by("pk"))
    if not found:
        raise Http404
    return next((row for row in found if row.is_active), found[0])


def _sent(request: ViewedRequest, opening: Opening, candidacy: Candidacy) -> HttpResponse:
    form = _form(opening, candidacy, request.viewer.as_party, request.POST)
    if not form.is_valid():
        return _asked(request, opening, candidacy, form, status=422)
    said, by_id = form.said(), request.viewer.user_id
    try:
        row = answer(opening=opening, candidacy=candidacy, said=said, by_id=by_id)
    except Answer.DoesNotExist:
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _asked(request, opening, candidacy, form, status=409)
    messages.success(request, _("Sent. You read here what they decide."))
    return HttpResponseRedirect(answer_url(row))


def _form(opening: Opening, candidacy: Candidacy, viewer: Viewer, data: Any = None) -> AnswerForm:
    firm = candidacy.profile
    card = own_card(firm, viewer)
    consent = sharing.standing(firm, opening.owner)
    offered = [heads for heads in (candidacy.headcount, opening.headcount) if heads]
    return AnswerForm(
        data,
        shares=sharing.choices(card, consent),
        own_name=card.title if card.is_named else "",
        initial={"headcount": min(offered, default=None)},
    )


def _asked(
    request: ViewedRequest,
    opening: Opening,
    candidacy: Candidacy,
    form: AnswerForm,
    *,
    status: int = 200,
) -> HttpResponse:
    who, where = heading(opening.owner, request.viewer.as_party)
    firm = candidacy.profile
    page = {
        "form": form,
        "opening": opening,
        "who": who,
        "where": where,
        "team": teams_of([firm], opening)[firm.pk],
        "back_url": _opening_url(opening),
    }
    return render(request, "tenders/answering.html", page, status=status)


def _opening_url(opening: Opening) -> str:
    return reverse("opening", args=[opening.public_id])
