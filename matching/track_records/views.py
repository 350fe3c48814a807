"""An investor's own track record: the rounds, what is told of them, and one more."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from matching.moves import RefusedError
from matching.pairings import deeds
from matching.track_records.actions import add, remove
from matching.track_records.forms import RoundForm
from matching.track_records.models import PastInvestment
from matching.views.authoring.rows import account
from profiles.browsing.pages import pager
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.queries import editable_by

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One round in words."""

    kinds: str
    facts: list[str]
    remove_url: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def track_record(request: ViewedRequest, public_id: UUID) -> HttpResponse:
    profile = _own(request, public_id)
    if request.method == "POST":
        return _added(request, profile)
    return _shown(request, profile, RoundForm())


@login_required
@require_POST
def remove_round(request: ViewedRequest, public_id: UUID, round_id: UUID) -> HttpResponse:
    profile = _own(request, public_id)
    if remove(profile=profile, public_id=round_id, by_id=request.viewer.user_id):
        messages.success(request, _("Removed. No file brings it back."))
    else:
        messages.info(request, _("This round is not in your record any more."))
    return HttpResponseRedirect(_url(profile))


def _own(request: ViewedRequest, public_id: UUID) -> Profile:
    """A 404 for whoever is not this investor, staff included, and while it is hidden."""
    mine = editable_by(account(request)).filter(kind=Profile.Kind.INVESTOR)
    found: Profile | None = mine.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _added(request: ViewedRequest, profile: Profile) -> HttpResponse:
    form = RoundForm(request.POST)
    if not form.is_valid():
        return _shown(request, profile, form, status=422)
    try:
        add(profile=profile, said=form.said(), by_id=request.viewer.user_id)
    except (PastInvestment.DoesNotExist, Profile.DoesNotExist):
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _shown(request, profile, form, status=409)
    messages.success(request, _("Added."))
    return HttpResponseRedirect(_url(profile))


def _shown(
    request: ViewedRequest, profile: Profile, form: RoundForm, *, status: int = 200
) -> HttpResponse:
    rows = Paginator(PastInvestment.objects.of(profile.pk), A_PAGE)
    page = rows.get_page(request.GET.get("page"))
    told = deeds.in_order(profile.funded)
    shown = {
        "profile": profile,
        "heading": _heading(len(told)),
        "told": [(deeds.label(kind), deeds.HOW_OFTEN[is_often]) for kind, is_often in told],
        "lines": [_line(row, profile) for row in page],
        "form": form,
        **pager(page, partial(_url, profile)),
    }
    return render(request, "track_records/track_record.html", shown, status=status)


def _heading(count: int) -> str:
    if not count:
        return _("Nothing is told of your rounds yet")
    return ngettext(
        "One kind of round is told of you", "%(count)d kinds of rounds are told of you", count
    ) % {"count": count}


def _line(row: PastInvestment, profile: Profile) -> Line:
    is_loaded = row.source == PastInvestment.Source.LOADED
    return Line(
        kinds=_(", ").join(map(deeds.label, row.kinds)),
        facts=[str(row.year), *([str(row.get_source_display())] if is_loaded else [])],
        remove_url=reverse("remove-round", args=[profile.public_id, row.public_id]),
    )


def _url(profile: Profile, number: int = 1) -> str:
    page = f"?page={number}" if number > 1 else ""
    return f"{reverse('track-record', args=[profile.public_id])}{page}"
