"""The first page of an opening or a candidacy: what it is, who reads what, and for whom."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matching.actions import draft_candidacy, draft_opening
from matching.authoring.flows import flow, flow_of
from matching.authoring.offers import takers
from matching.models import Candidacy, Opening
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side
from matching.views.authoring.rows import Addresses, account
from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile


class BeginningForm(forms.Form):
    """For which profile; and an id given beforehand, so that a form sent twice begins one row."""

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    profile = forms.ChoiceField(label=_("For which profile?"), widget=forms.RadioSelect)

    def __init__(self, data: Any, *, choices: list[tuple[str, str]], chosen: str) -> None:
        super().__init__(data, initial={"public_id": uuid.uuid4(), "profile": chosen})
        self.fields["profile"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["profile"].widget = forms.HiddenInput()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: ViewedRequest, side: Side, slug: str) -> HttpResponse:
    pairing = _pairing(slug)
    profiles = takers(account(request), pairing, side)
    if not profiles:
        raise Http404
    form = _form(request, profiles)
    if form.is_valid():
        return _begun(request, pairing, side, _chosen(profiles, form))
    page = {"form": form, "pairing": pairing, "words": pairing.words(side), "side": side}
    page["questions"] = len(flow(slug, side).questions)
    status = 422 if form.errors else 200
    return render(request, "matching/authoring/begin.html", page, status=status)


def _pairing(slug: str) -> Pairing:
    try:
        return registry.get(slug)
    except LookupError:
        raise Http404 from None


def _form(request: ViewedRequest, profiles: list[Profile]) -> BeginningForm:
    """The profile that the address names is chosen beforehand, else the one the reader acts as."""
    named, acting = request.GET.get("profile", ""), request.viewer.acting_profile_id
    wanted = [one for one in profiles if str(one.public_id) == named]
    chosen = next(iter([*wanted, *(one for one in profiles if one.pk == acting), *profiles]))
    choices = [(str(one.public_id), disclose(one, request.viewer).title) for one in profiles]
    return BeginningForm(request.POST or None, choices=choices, chosen=str(chosen.public_id))


def _chosen(profiles: list[Profile], form: BeginningForm) -> tuple[Profile, uuid.UUID]:
    said = form.cleaned_data
    return next(one for one in profiles if str(one.public_id) == said["profile"]), said["public_id"]


def _begun(
    request: ViewedRequest, pairing: Pairing, side: Side, chosen: tuple[Profile, uuid.UUID]
) -> HttpResponse:
    row = _draft(pairing, side, chosen, request.viewer.user_id)
    addresses = Addresses(row)
    if row.public_id != chosen[1]:
        messages.info(request, _("You have begun this already: here it is."))
    if row.status != type(row).Status.DRAFT or row.public_id != chosen[1]:
        return HttpResponseRedirect(addresses.check())
    return HttpResponseRedirect(addresses.question(flow_of(row).of(row)[0].slug))


def _draft(
    pairing: Pairing, side: Side, chosen: tuple[Profile, uuid.UUID], by_id: int | None
) -> Opening | Candidacy:
    profile, public_id = chosen
    how: dict[str, Any] = {"public_id": public_id, "pairing": pairing, "by_id": by_id}
    try:
        if side == "opening":
            return draft_opening(owner=profile, **how)
        return draft_candidacy(profile=profile, **how)
    except (Opening.DoesNotExist, Candidacy.DoesNotExist):
        raise Http404 from None
