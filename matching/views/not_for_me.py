"""Not for me: the two of a match never meet again, and for a day that can be taken back."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matching.actions import exclude, lift_exclusion
from matching.models import Candidacy, Exclusion, Opening
from matching.queries.set_aside import lately_set_aside
from matching.saved.going_back import back
from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.viewer import Viewer


@login_required
@require_POST
def not_for_me(request: ViewedRequest) -> HttpResponse:
    """`pair` names the match; the other side is told nothing."""
    opening, candidacy = _pair(request.POST.get("pair", ""), request.viewer)
    own, other = _sides(opening, candidacy, request.viewer)
    exclude(
        a=own,
        b=other,
        reason=Exclusion.Reason.NOT_FOR_ME,
        because=_because(request),
        by_id=request.viewer.user_id,
    )
    messages.success(request, _("Set aside. Neither of you is suggested to the other again."))
    kept = opening if own.pk == opening.owner_id else candidacy
    return HttpResponseRedirect(f"{reverse('my-matches')}?{urlencode({'of': kept.public_id})}")


@login_required
@require_POST
def undo_not_for_me(request: ViewedRequest) -> HttpResponse:
    """`who` is the public id of the profile that was set aside; after a day it is a 404."""
    rows = lately_set_aside(request.viewer).filter(b__public_id=_uuid(request.POST.get("who", "")))
    exclusion = get_object_or_404(rows.order_by("pk"))
    if not request.viewer.writes_for(exclusion.a_id):
        raise Http404
    lift_exclusion(exclusion=exclusion, by_id=request.viewer.user_id)
    messages.success(request, _("Taken back. You may be suggested to each other again."))
    return back(request, "my-matches")


def set_aside_lines(viewer: Viewer) -> list[dict[str, Any]]:
    """Who was set aside lately, as far as the viewer may still know them: who, title."""
    rows = Profile.objects.filter(pk__in=lately_set_aside(viewer).values("b"))
    there = rows.exclude(status=Profile.Status.HIDDEN).order_by("pk")
    cards = [disclose(each, viewer) for each in there.for_names()]
    return [{"who": card.public_id, "title": card.title} for card in cards]


def _pair(name: str, viewer: Viewer) -> tuple[Opening, Candidacy]:
    opening_id, _slash, candidacy_id = name.partition("/")
    opening = _known(Opening, "owner", _uuid(opening_id), viewer)
    candidacy = _known(Candidacy, "profile", _uuid(candidacy_id), viewer)
    if opening.pairing != candidacy.pairing:
        raise Http404
    return opening, candidacy


def _known(model: Any, party: str, public_id: UUID, viewer: Viewer) -> Any:
    """A row that the viewer may know of, or set aside before: a button is pressed twice."""
    aside = Q(**{f"{party}__excluded_by__a__in": sorted(viewer.profile_ids)})
    shown = Q(pk__in=model.objects.visible_to(viewer).values("pk"))
    found = model.objects.filter(shown | aside, public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _sides(opening: Opening, candidacy: Candidacy, viewer: Viewer) -> tuple[Profile, Profile]:
    """(own, other); a 404 for whoever does not speak for one of the two, or for both."""
    both = (candidacy.profile, opening.owner)
    for own, other in (both, both[::-1]):
        if viewer.writes_for(own.pk) and not viewer.owns(other.pk):
            return own, other
    raise Http404


def _because(request: ViewedRequest) -> Exclusion.Because | None:
    said = request.POST.get("because", "")
    return Exclusion.Because(said) if said in Exclusion.Because.values else None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
