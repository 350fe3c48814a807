"""One's own openings and candidacies by pairing: where each stands and what can be done."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from matching.authoring.offers import Offer, offers_to
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from matching.views.authoring.lines import OwnLine, own_line
from matching.views.authoring.rows import account
from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.queries import editable_by
from profiles.viewer import Viewer


@login_required
@require_safe
def my_openings(request: ViewedRequest) -> HttpResponse:
    viewer = request.viewer
    profiles = list(Profile.objects.filter(pk__in=sorted(viewer.profile_ids)).for_cards())
    if not profiles:
        return render(request, "matching/authoring/nobody.html")
    profile = _chosen(profiles, viewer, request.GET.get("profile", ""))
    may_write = editable_by(account(request)).filter(pk=profile.pk).exists()
    groups = _groups(profile, may_write)
    live = sum(line.is_live for group in groups for line in group["lines"])
    page = {
        "heading": _heading(live),
        "profile": profile,
        "choices": [_choice(one, viewer, profile) for one in sorted(profiles, key=_age)],
        "consents": [group for group in groups if group["offer"].side == "candidacy"],
        "openings": [group for group in groups if group["offer"].side == "opening"],
        "may_write": may_write,
    }
    return render(request, "matching/authoring/mine.html", page)


def _age(profile: Profile) -> int:
    return int(profile.pk)


def _chosen(profiles: list[Profile], viewer: Viewer, public_id: str) -> Profile:
    """The profile that the address names, else the one the reader acts as; not one's own: 404."""
    wanted = (
        (one for one in profiles if str(one.public_id) == public_id)
        if public_id
        else (one for one in profiles if one.pk == viewer.acting_profile_id)
    )
    found = next(wanted, None)
    if found is None:
        raise Http404
    return found


def _choice(profile: Profile, viewer: Viewer, chosen: Profile) -> dict[str, Any]:
    card = disclose(profile, viewer)
    url = f"{reverse('my-openings')}?profile={profile.public_id}"
    return {
        "label": card.title,
        "kind": card.kind_label,
        "url": url,
        "chosen": profile == chosen,
    }


def _heading(live: int) -> str:
    if not live:
        return _("Nothing of yours is matched yet")
    return ngettext("You are matched in one place", "You are matched in %(count)d places", live) % {
        "count": live
    }


def _groups(profile: Profile, may_write: bool) -> list[dict[str, Any]]:
    """A group for every side that the profile may take, or has taken."""
    lines = _lines(profile, may_write)
    offers = {(offer.pairing.slug, offer.side): offer for offer in offers_to(profile)}
    return [
        {
            "offer": offer,
            "url": f"{offer.url}?profile={profile.public_id}",
            "lines": lines.get(key, []),
            "may_begin": may_write and _may_begin(offer, lines.get(key, [])),
        }
        for key, offer in {**offers, **_taken(lines)}.items()
    ]


def _may_begin(offer: Offer, lines: list[OwnLine]) -> bool:
    """Openings as many as one likes; consent is given once, and then changed."""
    return offer.side == "opening" or not lines


def _taken(lines: dict[tuple[str, Side], list[OwnLine]]) -> dict[tuple[str, Side], Offer]:
    return {key: Offer(own[0].row.declaration, key[1]) for key, own in lines.items()}


def _lines(profile: Profile, may_write: bool) -> dict[tuple[str, Side], list[OwnLine]]:
    """By pairing and side, the newest first; withdrawn consent only where there is no other."""
    found: dict[tuple[str, Side], list[OwnLine]] = {}
    for side, row in _rows(profile):
        found.setdefault((row.pairing, side), []).append(own_line(row, may_write))
    return {key: _worth_showing(lines) for key, lines in found.items()}


def _rows(profile: Profile) -> list[tuple[Side, Opening | Candidacy]]:
    openings = Opening.objects.filter(owner=profile).select_related("owner", "top_matches")
    candidacies = Candidacy.objects.filter(profile=profile).select_related("profile", "top_matches")
    return [
        *(("candidacy", row) for row in candidacies.order_by("-pk")),
        *(("opening", row) for row in openings.order_by("-pk")),
    ]


def _worth_showing(lines: list[OwnLine]) -> list[OwnLine]:
    held = [line for line in lines if line.row.status != Candidacy.Status.WITHDRAWN]
    return held or lines[:1]
