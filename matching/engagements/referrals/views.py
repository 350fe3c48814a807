"""The client's page of a recommendation, the page behind its link, and the button that stops it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ledger.links import absolute
from matching.engagements.models import Engagement, Referral
from matching.engagements.parties import parties_of
from matching.engagements.referrals.actions import recommend, stop
from matching.engagements.referrals.asking import way_of
from matching.engagements.referrals.forms import RecommendForm
from matching.engagements.referrals.memory import remember
from matching.engagements.referrals.shown import public_name, shown_of
from matching.engagements.referrals.standing import may_be_recommended
from matching.moves import RefusedError
from matching.views.wording import on_day
from profiles.exclusions import never_met_by
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.recognition import standing_of
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Line:
    """One that is open, as one of its two sides reads it."""

    sentence: str
    language: str
    url: str
    until: str
    stop_url: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def recommend_firm(request: ViewedRequest, public_id: str) -> HttpResponse:
    row = _engagement(public_id, request.viewer)
    if not request.viewer.writes_for(row.owner_id):
        return _of_firm(request, row)
    if request.method == "POST":
        return _sent(request, row)
    return _asked(request, row, RecommendForm(is_named=bool(public_name(row.owner))))


def _engagement(public_id: str, viewer: Viewer) -> Engagement:
    """Of a contract for which the reader decides on one side; a 404 for all others."""
    rows = Engagement.objects.visible_to(viewer).confirmed().with_parties(viewer)
    row: Engagement = get_object_or_404(rows, public_id=public_id, pairing="contracting")
    if not any(map(viewer.writes_for, (row.owner_id, row.candidate_id))):
        raise Http404
    return row


def _sent(request: ViewedRequest, row: Engagement) -> HttpResponse:
    form = RecommendForm(request.POST, is_named=bool(public_name(row.owner)))
    if not form.is_valid():
        return _asked(request, row, form, status=422)
    try:
        recommend(engagement=row, by=row.owner, said=form.said(), by_id=request.viewer.user_id)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _asked(request, row, form, status=409)
    messages.success(request, _("Made. Hand the link on in whichever way you like."))
    return HttpResponseRedirect(_url(row))


def _asked(
    request: ViewedRequest, row: Engagement, form: RecommendForm, *, status: int = 200
) -> HttpResponse:
    page = _page(request.viewer, row) | {"form": form if may_be_recommended(row) else None}
    return render(request, "referrals/recommend.html", page, status=status)


def _of_firm(request: ViewedRequest, row: Engagement) -> HttpResponse:
    """The firm reads what is said of it and may stop it; only a client says it."""
    if request.method == "POST":
        raise Http404
    page = _page(request.viewer, row) | {"is_firm": True}
    return render(request, "referrals/recommend.html", page)


def _page(viewer: Viewer, row: Engagement) -> dict[str, Any]:
    who, _where = parties_of(row, viewer).title(viewer)
    live = Referral.objects.live().filter(engagement=row).order_by("-pk")
    back_url = reverse("engagement", args=[row.public_id])
    return {"who": who, "lines": [_line(each) for each in live], "back_url": back_url}


def _line(referral: Referral) -> Line:
    return Line(
        sentence=referral.sentence,
        language=referral.language,
        url=absolute(reverse("recommended", args=[referral.public_id])),
        until=_("open until %(day)s") % {"day": on_day(referral.until)},
        stop_url=reverse("stop-referral", args=[referral.public_id]),
    )


def _url(row: Engagement) -> str:
    return reverse("recommend", args=[row.public_id])


@login_required
@require_POST
def stop_referral(request: ViewedRequest, public_id: str) -> HttpResponse:
    referral, own = _own(public_id, request.viewer)
    try:
        stop(referral=referral, by=own, by_id=request.viewer.user_id)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Stopped. Its link opens nothing any more."))
    return HttpResponseRedirect(_url(referral.engagement))


def _own(public_id: str, viewer: Viewer) -> tuple[Referral, Profile]:
    """With the side of it for which the reader decides; a 404 for all others."""
    rows = Referral.objects.select_related("engagement__owner", "engagement__candidate")
    referral: Referral = get_object_or_404(rows, public_id=public_id)
    both = (referral.engagement.owner, referral.engagement.candidate)
    own = next((party for party in both if viewer.writes_for(party.pk)), None)
    if own is None:
        raise Http404
    return referral, own


@require_safe
@never_cache
def recommended(request: ViewedRequest, public_id: str) -> HttpResponse:
    """For whoever holds the link; where it opens nothing one reads no more than that."""
    row = _readable(public_id, request.viewer)
    if row is None:
        return _unlisted(render(request, "referrals/not_open.html", status=404))
    way = way_of(row, request.viewer, request.path)
    if way.is_theirs:
        remember(request.session, row)
    page = {"shown": shown_of(row), "way": way}
    return _unlisted(render(request, "referrals/recommended.html", page))


def _readable(public_id: str, viewer: Viewer) -> Referral | None:
    rows = Referral.objects.readable_by(viewer).with_all().filter(public_id=public_id)
    row: Referral | None = rows.first()
    return None if row is None or _are_apart(row.engagement) else row


def _are_apart(row: Engagement) -> bool:
    """Whether client and firm never meet any more, whoever of them said so."""
    apart = never_met_by(standing_of(row.owner))
    return Profile.objects.filter(apart, pk=row.candidate_id).exists()


def _unlisted(answer: HttpResponse) -> HttpResponse:
    """No search engine keeps what was handed to somebody."""
    answer["X-Robots-Tag"] = "noindex"
    return answer
