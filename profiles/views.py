"""What one edits of one's own profile: for now, the skills."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from profiles.actions import set_skills
from profiles.disclosure import Card, disclose
from profiles.forms import SkillsForm
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.queries import editable_by


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_skills(request: ViewedRequest) -> HttpResponse:
    profiles = list(editable_by(_account(request)).for_cards())
    if not profiles:
        return render(request, "profiles/no_profile.html")
    profile = _chosen(profiles, request.GET.get("profile", ""))
    form = SkillsForm(request.POST or None, profile=profile)
    if form.is_valid():
        return _save(request, profile, form)
    choices = [_choice(one, disclose(one, request.viewer), profile) for one in profiles]
    page = {"form": form, "choices": choices, "card": disclose(profile, request.viewer)}
    return render(request, "profiles/my_skills.html", page, status=422 if form.errors else 200)


def _account(request: ViewedRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _chosen(profiles: list[Profile], public_id: str) -> Profile:
    """The profile that the address names, else the first; one that is not one's own is a 404."""
    if not public_id:
        return profiles[0]
    found = next((one for one in profiles if str(one.public_id) == public_id), None)
    if found is None:
        raise Http404
    return found


def _save(request: ViewedRequest, profile: Profile, form: SkillsForm) -> HttpResponse:
    if form.levels == form.before:
        messages.info(request, _("Nothing was changed."))
    else:
        set_skills(profile=profile, levels=form.levels, by_id=request.viewer.user_id)
        messages.success(request, _("Saved. Your matches are being refreshed."))
    return HttpResponseRedirect(_url(profile))


def _url(profile: Profile) -> str:
    return f"{reverse('my-skills')}?profile={profile.public_id}"


def _choice(profile: Profile, card: Card, chosen: Profile) -> dict[str, Any]:
    return {
        "label": card.title,
        "kind": card.kind_label,
        "url": _url(profile),
        "chosen": profile == chosen,
    }
