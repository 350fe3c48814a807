"""The pages of one's own profile: what is next, one question, check your answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.onboarding.actions import NotCompleteError, submit_profile
from profiles.onboarding.flows import asking_of
from profiles.onboarding.queries import own_profile
from profiles.onboarding.standing import standing_of
from profiles.onboarding.tasks import tasks_of
from profiles.questions.pages import check_rows, question_page

FORM_METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def my_profile(request: ViewedRequest) -> HttpResponse:
    """Where the profile stands, what comes next, and what each item unlocks."""
    profile = _own(request)
    if profile is None:
        return render(request, "profiles/no_profile.html", _without(request))
    tasks = tasks_of(profile)
    page = {
        "card": disclose(profile, request.viewer),
        "standing": standing_of(profile, asking_of(profile)),
        "needed": [task for task in tasks if task.is_needed],
        "optional": [task for task in tasks if not task.is_needed],
    }
    return render(request, "profiles/my_profile.html", page)


@login_required
@require_http_methods(FORM_METHODS)
def ask(request: ViewedRequest, slug: str) -> HttpResponse:
    profile = _own_or_404(request)
    return question_page(request, asking_of(profile), slug)


@login_required
@require_http_methods(FORM_METHODS)
def check(request: ViewedRequest) -> HttpResponse:
    """All answers at once; sending them in asks staff to verify the profile."""
    profile = _own_or_404(request)
    if request.method == "POST":
        return _sent(request, profile)
    asking = asking_of(profile)
    page = {"rows": check_rows(asking), "standing": standing_of(profile, asking)}
    return render(request, "profiles/check.html", page)


def _sent(request: ViewedRequest, profile: Profile) -> HttpResponse:
    try:
        sent = submit_profile(profile=profile, by_id=request.viewer.user_id)
    except Profile.DoesNotExist:
        raise Http404 from None
    except NotCompleteError as missing:
        messages.error(request, str(missing))
        return HttpResponseRedirect(reverse("profile-check"))
    if sent.is_verified:
        messages.success(request, _("Your profile is verified."))
    else:
        messages.success(request, _("Sent in. Staff look at it now."))
    return HttpResponseRedirect(reverse("my-profile"))


def _own(request: ViewedRequest) -> Profile | None:
    assert isinstance(request.user, User)
    return own_profile(request.user, request.viewer.acting_profile_id)


def _own_or_404(request: ViewedRequest) -> Profile:
    profile = _own(request)
    if profile is None:
        raise Http404
    return profile


def _without(request: ViewedRequest) -> dict[str, bool]:
    """Whether there is a profile that this person may read and not edit."""
    return {"may_read": request.viewer.acting_profile_id is not None}
