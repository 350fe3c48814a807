"""Who may read what of a profile: the list, one consent to give or change, and to revoke it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.actions import consents
from profiles.browsing.pages import pager
from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Consent, Profile
from profiles.privacy.choosing import (
    choices,
    chosen_among,
    chosen_profile,
    governed,
    nobody_to_decide_for,
)
from profiles.privacy.consents.counterparties import met_by
from profiles.privacy.consents.forms import ConsentForm
from profiles.privacy.consents.lines import for_lines, lines, standing

A_PAGE, MOST_PAST = 20, 20


@login_required
@require_safe
@never_cache
def consents_page(request: ViewedRequest, public_id: str = "") -> HttpResponse:
    own = governed(request)
    owner = chosen_among(own, request, public_id)
    if owner is None:
        return nobody_to_decide_for(request)
    given = Consent.objects.filter(owner=owner)
    page = Paginator(for_lines(given.in_force(), request.viewer), A_PAGE).get_page(
        request.GET.get("page")
    )
    past = for_lines(given.over(), request.viewer)[:MOST_PAST]
    shown = {
        "owner": owner,
        "heading": _heading(page.paginator.count),
        "choices": choices(own, owner, request.viewer, "consents-of"),
        "lines": lines(page, request.viewer),
        "past": lines(past, request.viewer),
        **pager(page, "?page={}".format),
    }
    return render(request, "profiles/privacy/consents/consents.html", shown)


def _heading(count: int) -> str:
    if not count:
        return _("Nobody may read more of you than others may")
    return ngettext(
        "One party may read more of you", "%(count)d parties may read more of you", count
    ) % {"count": count}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def consent_page(request: ViewedRequest, public_id: str, to_id: str) -> HttpResponse:
    """Give it, or change how far it goes, what for and until when."""
    owner = owner_of(request, public_id)
    to = met_by(request.viewer).for_cards().filter(public_id=to_id).first()
    if to is None:
        return _not_met(request, owner)
    stands = standing(owner, to)
    said = request.POST if request.method == "POST" else None
    form = ConsentForm(said, owner=owner, to=to, standing=stands)
    if form.is_valid() and form.give(by_id=request.viewer.user_id):
        messages.success(request, _("Given. You read here when they look, and can take it back."))
        return _to_list(owner)
    page: dict[str, Any] = {
        "form": form,
        "owner": owner,
        "card": disclose(to, request.viewer),
        "stands": stands,
        "back_url": reverse("consents-of", args=[owner.public_id]),
    }
    status = 422 if form.is_bound else 200
    return render(request, "profiles/privacy/consents/consent.html", page, status=status)


def _not_met(request: ViewedRequest, owner: Profile) -> HttpResponse:
    """The party vanished, or is to be met no more; the same answer for a party that never was."""
    if request.method != "POST":
        raise Http404
    messages.error(request, _("They are not to be met here any more. Nothing was changed."))
    return _to_list(owner)


@login_required
@require_POST
def revoke_page(request: ViewedRequest, public_id: str, to_id: str) -> HttpResponse:
    """Whoever it was given to, wherever they are now; revoked twice, it says that it is so."""
    owner = owner_of(request, public_id)
    given = Consent.objects.filter(owner=owner, to__public_id=to_id).select_related("to")
    row = given.order_by("-pk").first()
    if row is None:
        raise Http404
    if consents.revoke(owner=owner, to=row.to, by_id=request.viewer.user_id):
        messages.success(request, _("Revoked. They read no more of you than others like them."))
    else:
        messages.info(request, _("This was revoked before. Nothing was changed."))
    return _to_list(owner)


def owner_of(request: ViewedRequest, public_id: str) -> Profile:
    owner = chosen_profile(request, public_id)
    if owner is None:
        raise Http404
    return owner


def _to_list(owner: Profile) -> HttpResponse:
    return HttpResponseRedirect(reverse("consents-of", args=[owner.public_id]))
