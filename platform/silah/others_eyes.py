"""As others see me: one's own page through the eyes of a stranger, a member, a country, staff."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_countries import countries

from profiles.middleware import ViewedRequest
from profiles.privacy.choosing import chosen_profile
from profiles.viewer import ANONYMOUS, Viewer
from silah.profile_page import page_of, seen_by

SOMEBODY = 0
"""No account has this key: whoever looks is invented and owns nothing."""


def _member(*kinds: str) -> Viewer:
    return Viewer(user_id=SOMEBODY, verified_kinds=frozenset(kinds))


EYES: Mapping[str, tuple[str | Promise, Viewer]] = {
    "stranger": (_("A stranger, without an account"), ANONYMOUS),
    "account": (_("An account that nobody verified"), _member()),
    "graduate": (_("A verified graduate"), _member("graduate")),
    "mentor": (_("A verified mentor"), _member("mentor")),
    "investor": (_("A verified investor"), _member("investor")),
    "firm": (_("A verified firm"), _member("firm")),
    "staff": (_("Programme staff"), Viewer(user_id=SOMEBODY, is_staff=True)),
}


@login_required
@require_safe
def as_others_see_me(request: ViewedRequest) -> HttpResponse:
    """The same rows and the same gate as for anybody: nothing here decides what they read."""
    own = chosen_profile(request, request.GET.get("profile", ""))
    if own is None:
        return render(request, "profiles/no_profile.html")
    eyes = request.GET.get("as", "")
    eyes = eyes if eyes in EYES else "stranger"
    country = request.GET.get("country", "").upper()
    country = country if country in dict(countries) else ""
    viewer = looking(eyes, country)
    found = seen_by(viewer, own.public_id)
    page: dict[str, Any] = {
        "own": own,
        "eyes": EYES[eyes][0],
        "country": countries.name(country) if country else "",
        "choices": [(name, words, name == eyes) for name, (words, _viewer) in EYES.items()],
        "countries": [(code, name, code == country) for code, name in countries],
        "robots": "noindex",
    }
    return render(
        request,
        "profiles/as_others_see_me.html",
        page | (page_of(found, viewer) | {"robots": "noindex"} if found else {"is_found": False}),
    )


def looking(eyes: str, country: str) -> Viewer:
    """An invented viewer of that kind, in that country where one is given."""
    viewer = EYES[eyes][1]
    return replace(viewer, countries=frozenset({country})) if country else viewer
