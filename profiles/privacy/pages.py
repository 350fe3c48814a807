"""The pages on which one decides: a setting each, a pause, and to vanish or come back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.privacy.actions import pause, resume
from profiles.privacy.choosing import chosen_profile
from profiles.privacy.questions import PRIVACY
from profiles.privacy.vanishing import come_back, reach_of, vanish, vanished
from profiles.questions.pages import Asking, question_page


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the pages about one profile's privacy are."""

    profile: Profile

    def question(self, slug: str) -> str:
        return reverse("privacy-setting", args=[self.profile.public_id, slug])

    def check(self) -> str:
        return reverse("privacy-of", args=[self.profile.public_id])

    def tasks(self) -> str:
        return self.check()


def asking_about(profile: Profile) -> Asking:
    return Asking("privacy", PRIVACY, profile, Addresses(profile))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def setting(request: ViewedRequest, public_id: str, slug: str) -> HttpResponse:
    profile = chosen_profile(request, public_id)
    if profile is None:
        raise Http404
    return question_page(request, asking_about(profile), slug)


@login_required
@require_POST
def pause_or_resume(request: ViewedRequest, public_id: str) -> HttpResponse:
    profile = chosen_profile(request, public_id)
    if profile is None:
        raise Http404
    if "resume" in request.POST:
        resume(profile=profile, by_id=request.viewer.user_id)
        messages.success(request, _("You are found and matched again."))
    else:
        pause(profile=profile, by_id=request.viewer.user_id)
        messages.success(request, _("Paused. You are in no list and no match until you resume."))
    return HttpResponseRedirect(reverse("privacy-of", args=[profile.public_id]))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def vanish_page(request: ViewedRequest) -> HttpResponse:
    user = _account(request)
    if request.method == "POST":
        vanish(user=user)
        update_session_auth_hash(request, user)
        return HttpResponseRedirect(reverse("vanish"))
    reach, gone = reach_of(user), list(vanished(user).for_cards())
    by_others = request.viewer.hidden_ids - {profile.pk for profile in gone}
    page: dict[str, Any] = {
        "hidden": [disclose(each, request.viewer) for each in reach.hidden],
        "staying": [disclose(each, request.viewer) for each in reach.staying],
        "gone": [disclose(each, request.viewer) for each in gone],
        "is_hidden_by_others": bool(by_others),
    }
    return render(request, "profiles/privacy/vanish.html", page)


@login_required
@require_POST
def come_back_page(request: ViewedRequest) -> HttpResponse:
    if come_back(user=_account(request)):
        messages.success(request, _("You are back. Everything is as it was before."))
    else:
        messages.info(request, _("Nothing of yours had vanished."))
    return HttpResponseRedirect(reverse("privacy"))


def _account(request: ViewedRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
