"""One person, several roles: which one holds, one more, and as which one acts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from profiles.joining import open_profile
from profiles.middleware import ACTING, ViewedRequest
from profiles.models import Profile, User


@login_required
@require_safe
def my_roles(request: ViewedRequest) -> HttpResponse:
    roles = request.viewer.roles
    held = {role.kind for role in roles if role.kind != Profile.Kind.FIRM}
    open_to_me = [(kind, label) for kind, label in Profile.Kind.choices if kind not in held]
    page = {"roles": roles, "acting": request.viewer.acting_profile_id, "kinds": open_to_me}
    return render(request, "profiles/roles.html", page)


@login_required
@require_POST
def act_as(request: ViewedRequest) -> HttpResponse:
    """Act as one of one's own profiles from now on; one that is not one's own is a 404."""
    wanted = request.POST.get("profile", "")
    if wanted not in {role.public_id for role in request.viewer.roles}:
        raise Http404
    request.session[ACTING] = wanted
    return HttpResponseRedirect(_safe_next(request))


@login_required
@require_POST
def add_role(request: ViewedRequest) -> HttpResponse:
    kind = request.POST.get("kind", "")
    if kind not in Profile.Kind.values:
        raise BadRequest(f"Choose a role: {', '.join(Profile.Kind.values)}.")
    assert isinstance(request.user, User)
    profile = open_profile(user=request.user, kind=kind)
    request.session[ACTING] = str(profile.public_id)
    messages.success(request, _("Added. You act in this role now."))
    return redirect("roles")


def _safe_next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else reverse("roles")
