"""Upload a CV, tick what of it is true, delete it; take one's profile along as JSON Resume."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ledger.uploads import announced
from profiles.graduates.cv.actions import delete_cv, keep_cv, take_over
from profiles.graduates.cv.export import resume_of
from profiles.graduates.cv.forms import UploadForm
from profiles.graduates.cv.limits import Fault
from profiles.graduates.cv.open import open_suggestions
from profiles.graduates.cv.review import ReviewForm
from profiles.graduates.cv.suggesting import suggest
from profiles.graduates.models import CV
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.queries import editable_by


@csrf_exempt
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_cv(request: ViewedRequest) -> HttpResponse:
    """A body that is announced too large is answered unread; any other is checked for its token."""
    profile = _graduate(request)
    if profile is None:
        return render(request, "profiles/cv/no_profile.html")
    if announced(request) > settings.LARGEST_UPLOAD:
        return _upload_page(request, profile, UploadForm.refused(Fault.TOO_LARGE), status=413)
    return _upload(request, profile)


@csrf_protect
def _upload(request: ViewedRequest, profile: Profile) -> HttpResponse:
    if request.method != "POST":
        return _upload_page(request, profile, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(request, profile, form, status=422)
    said = form.cleaned_data["cv"]
    keep_cv(
        profile=profile,
        content=said["content"],
        name=said["name"],
        media_type=said["text"].kind,
        suggestions=suggest(said["text"]),
        by_id=request.viewer.user_id,
    )
    return redirect("my-cv-review")


def _upload_page(
    request: ViewedRequest, profile: Profile, form: UploadForm, *, status: int = 200
) -> HttpResponse:
    cv = CV.objects.filter(profile=profile).select_related("file", "profile__graduate").first()
    left = open_suggestions(cv).count if cv else 0
    page = {"form": form, "cv": cv, "left": left}
    return render(request, "profiles/cv/upload.html", page, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_cv_review(request: ViewedRequest) -> HttpResponse:
    kept = CV.objects.select_related("file", "profile__graduate")
    cv = kept.filter(profile=_own(request)).first()
    if cv is None:
        return redirect("my-cv")
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, found=open_suggestions(cv))
    if form.is_valid():
        return _take_over(request, cv.profile, form)
    page = {"form": form, "cv": cv, "found": form.found}
    return render(request, "profiles/cv/review.html", page, status=422 if form.errors else 200)


def _take_over(request: ViewedRequest, profile: Profile, form: ReviewForm) -> HttpResponse:
    ticked = form.ticked
    if not ticked.count:
        messages.info(request, _("Nothing was ticked, so nothing was saved."))
        return redirect("my-cv-review")
    take_over(profile=profile, ticked=ticked, by_id=request.viewer.user_id)
    said = ngettext(
        "%(count)d answer is now in your profile.",
        "%(count)d answers are now in your profile.",
        ticked.count,
    )
    messages.success(request, said % {"count": ticked.count})
    return redirect("my-cv")


@login_required
@require_POST
def my_cv_delete(request: ViewedRequest) -> HttpResponse:
    delete_cv(profile=_own(request), by_id=request.viewer.user_id)
    messages.success(request, _("Your CV and what was found in it are deleted."))
    return redirect("my-cv")


@login_required
@require_safe
def my_resume(request: ViewedRequest) -> HttpResponse:
    """One's own profile as JSON Resume, to take along."""
    answer = JsonResponse(
        resume_of(_own(request), request.viewer),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = 'attachment; filename="resume.json"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _own(request: ViewedRequest) -> Profile:
    profile = _graduate(request)
    if profile is None:
        raise Http404
    return profile


def _graduate(request: HttpRequest) -> Profile | None:
    """The graduate profile of whoever is signed in; one has at most one."""
    assert isinstance(request.user, User)
    own: Any = editable_by(request.user).filter(kind=Profile.Kind.GRADUATE)
    profile: Profile | None = own.first()
    return profile
