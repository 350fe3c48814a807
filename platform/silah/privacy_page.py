"""What a person decided about being found, all on one page, with a way to change each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matching.views.apart import parties_excluded_by
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.privacy.choosing import choices, chosen_among, governed, nobody_to_decide_for
from profiles.privacy.pages import asking_about
from profiles.questions.pages import check_rows
from profiles.visibility import EVERYONE, audience_of


@login_required
@require_safe
@never_cache
def privacy(request: ViewedRequest, public_id: str = "") -> HttpResponse:
    own = governed(request)
    profile = chosen_among(own, request, public_id)
    if profile is None:
        return nobody_to_decide_for(request)
    page = {
        "profile": profile,
        "heading": heading_of(profile),
        "rows": check_rows(asking_about(profile)),
        "parties": parties_excluded_by(profile, request.viewer),
        "choices": choices(own, profile, request.viewer, "privacy-of"),
    }
    return render(request, "profiles/privacy/privacy.html", page)


def heading_of(profile: Profile) -> str:
    """What holds now, in one sentence."""
    if not profile.is_active:
        return _("You are paused: nobody finds you")
    if not profile.is_verified:
        return _("Nobody finds you until you are verified")
    to_all = audience_of(profile) == EVERYONE
    if profile.is_named:
        return _("Everyone finds you, by name") if to_all else _("Members find you, by name")
    if to_all:
        return _("Everyone finds you, under an alias")
    return _("Members find you, under an alias")
