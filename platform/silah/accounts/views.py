"""Pages of an account that allauth does not have, or that need more than its own."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.views import SignupView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.middleware import ViewedRequest
from profiles.models import User
from profiles.preferences import set_notices, set_preferences
from silah.accounts.joining import DOORS, role_in
from silah.accounts.preferences import NoticesForm, PreferencesForm
from silah.accounts.sessions import device, open_sessions


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    """What brings you? Four doors, each to the same form with another role."""
    if request.user.is_authenticated:
        return redirect("roles")
    passed_on = {"next": request.GET["next"]} if "next" in request.GET else {}
    doors = [
        (door.label, door.gain, _form_of(role=kind, **passed_on)) for kind, door in DOORS.items()
    ]
    return render(request, "account/join.html", {"doors": doors})


def _form_of(**query: str) -> str:
    return f"{reverse('account_signup')}?{urlencode(query)}"


class JoinView(SignupView):  # type: ignore[misc]  # allauth is untyped here
    """E-mail and password, in the role that was chosen at the door."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not role_in(request.GET.get("role")):
            return HttpResponseRedirect(self.passthrough_next_url(reverse("join")))
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "role": role_in(self.request.GET.get("role"))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        role = role_in(context["form"]["role"].value())
        return context | {"door": DOORS.get(role)}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account_settings(request: HttpRequest) -> HttpResponse:
    user = _account(request)
    form = PreferencesForm(request.POST or None, instance=user)
    if form.is_valid():
        set_preferences(user=user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account-settings")
    page = {"form": form, "account": user.email}
    return render(request, "account/settings.html", page, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account_notices(request: HttpRequest) -> HttpResponse:
    user = _account(request)
    form = NoticesForm(request.POST or None, instance=user)
    if form.is_valid():
        set_notices(user=user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account-settings")
    return render(
        request, "account/notices.html", {"form": form}, status=422 if form.errors else 200
    )


@login_required
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    found = open_sessions(_account(request))
    here = request.session.session_key
    rows = [(one, device(one.user_agent), one.session_key == here) for one in found]
    return render(request, "usersessions/usersession_list.html", {"sessions": rows})


@login_required
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(open_sessions(_account(request)), pk=pk).end()
    messages.success(request, _("That device is logged out."))
    return redirect("usersessions_list")


@login_required
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    others = open_sessions(_account(request)).exclude(session_key=request.session.session_key)
    for session in others:
        session.end()
    messages.success(request, _("All other devices are logged out."))
    return redirect("usersessions_list")


def _account(request: HttpRequest | ViewedRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
