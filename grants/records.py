"""The records of whoever looks that say facts of a check: their firm, and what it is about.

What it is about is one of their own: an opening, what came of an introduction, or a raise. It is
chosen by its id in an address and kept for the visit.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from grants.known import Known, buyers_of, of_engagement, of_opening, of_profile, of_raise
from matching.engagements.models import Engagement
from matching.models import Candidacy, Opening
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.viewer import Viewer

ABOUT, FOR, NOTHING = "grant_about", "for", "none"


@dataclass(frozen=True, slots=True)
class Record:
    """What a check is about: its words, their language, its page, and the facts that it says."""

    title: str
    language: str
    url: str
    known: dict[str, Known] = field(default_factory=dict)


def choose(request: ViewedRequest) -> None:
    """Keep what the address asks about; somebody else's, or nothing, ends it."""
    wanted = request.GET.get(FOR, "")
    if wanted == NOTHING:
        request.session.pop(ABOUT, None)
    elif wanted and _record(_uuid(wanted), request.viewer) is not None:
        request.session[ABOUT] = wanted


def record_of(request: ViewedRequest) -> Record | None:
    """What this visit is about, while it is still one's own."""
    return _record(_uuid(request.session.get(ABOUT, "")), request.viewer)


def known_to(viewer: Viewer) -> dict[str, Known]:
    """What the firm that the viewer acts as says of itself."""
    if viewer.acting_profile_id is None:
        return {}
    rows = Profile.objects.filter(pk=viewer.acting_profile_id, kind=Profile.Kind.FIRM)
    firm = rows.select_related("firm", "governorate").first()
    return {**of_profile(firm), **buyers_of(firm)} if firm else {}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _record(public_id: UUID | None, viewer: Viewer) -> Record | None:
    if public_id is None or not viewer.written_ids:
        return None
    own = sorted(viewer.written_ids)
    return _opening(public_id, own) or _raise(public_id, own) or _engagement(public_id, own)


def _opening(public_id: UUID, own: list[int]) -> Record | None:
    row = Opening.objects.filter(public_id=public_id, owner__in=own).first()
    if row is None:
        return None
    return Record(
        row.title, row.language, reverse("opening", args=[row.public_id]), of_opening(row)
    )


def _raise(public_id: UUID, own: list[int]) -> Record | None:
    rows = Candidacy.objects.filter(public_id=public_id, profile__in=own, pairing="investing")
    row = rows.first()
    if row is None:
        return None
    url = reverse("check-candidacy", args=[row.public_id])
    return Record(str(row.declaration.candidate_label), "", url, of_raise(row))


def _engagement(public_id: UUID, own: list[int]) -> Record | None:
    ours = Q(owner__in=own) | Q(candidate__in=own)
    rows = Engagement.objects.filter(ours, public_id=public_id).with_agreements()
    row = rows.select_related("introduction__opening").first()
    if row is None:
        return None
    opening, url = row.introduction.opening, reverse("engagement", args=[row.public_id])
    return Record(opening.title, opening.language, url, of_engagement(row))
