"""Whose privacy a page is about: the profile that the address names, else the one acted as."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.queries import governed_by
from profiles.viewer import Viewer


def governed(request: ViewedRequest) -> list[Profile]:
    """The profiles whose privacy the reader decides, for choosing among them by name."""
    assert isinstance(request.user, User)
    return list(governed_by(request.user).for_names())


def chosen_profile(request: ViewedRequest, public_id: object = "") -> Profile | None:
    """`None` where there is none to decide about; one that is not one's own is a 404."""
    return chosen_among(governed(request), request, public_id)


def chosen_among(
    own: list[Profile], request: ViewedRequest, public_id: object = ""
) -> Profile | None:
    """The same, of profiles that were read already."""
    if public_id:
        found = next((each for each in own if str(each.public_id) == str(public_id)), None)
        if found is None:
            raise Http404
        return found
    acting = request.viewer.acting_profile_id
    return next((each for each in own if each.pk == acting), next(iter(own), None))


def choices(
    own: list[Profile], chosen: Profile, viewer: Viewer, address: str
) -> list[dict[str, Any]]:
    """One's profiles as links to the page of that name, for `profiles/privacy/_choices.html`."""
    cards = [disclose(each, viewer) for each in own]
    return [
        {
            "label": card.title,
            "kind": card.kind_label,
            "url": reverse(address, args=[card.public_id]),
            "chosen": card.public_id == chosen.public_id,
        }
        for card in cards
    ]


def nobody_to_decide_for(request: ViewedRequest) -> HttpResponse:
    """For an account without a profile to show: whoever vanished is led to the way back."""
    if request.viewer.hidden_ids:
        return redirect("vanish")
    return render(request, "profiles/no_profile.html")
