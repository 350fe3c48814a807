"""The records of whoever looks that say facts of a check: their firm, and what it is about.

What it is about is one of their own: an opening, what came of an introduction, or a raise. It is
chosen by its id in an address and kept for the visit.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from grants.known import (
    Known,
    contracts_abroad,
    letter_of,
    of_engagement,
    of_opening,
    of_profile,
    of_raise,
)
from matching.engagements.models import Engagement
from matching.models import Candidacy, Opening
from profiles.firms.vouching import vouches_of
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.viewer import Viewer

ABOUT, FOR = "grant_about", "for"


@dataclass(frozen=True, slots=True)
class Record:
    """What a check is about: its words, their language, its page, and the facts that it says.

    owner_id: whose it is, of those that the viewer writes for; of what came of an introduction
    the side that is one's own
    """

    title: str
    language: str
    url: str
    owner_id: int
    known: dict[str, Known] = field(default_factory=dict)


def choose(request: ViewedRequest) -> None:
    """Keep what the address asks about; "none", or what is no id, ends it."""
    if FOR not in request.GET:
        return
    wanted = _uuid(request.GET[FOR])
    if wanted is None or not request.viewer.written_ids:
        request.session.pop(ABOUT, None)
    elif request.session.get(ABOUT) != str(wanted):
        request.session[ABOUT] = str(wanted)


def record_of(request: ViewedRequest) -> Record | None:
    """What this visit is about, while it is one's own; `None` of somebody else's."""
    return _record(_uuid(request.session.get(ABOUT, "")), request.viewer)


def known_to(profile_id: int | None) -> dict[str, Known]:
    """What that firm says of itself; nothing of anybody else. In one query."""
    if profile_id is None:
        return {}
    rows = Profile.objects.filter(pk=profile_id, kind=Profile.Kind.FIRM).annotate(
        vouches=vouches_of(OuterRef("pk")),
        has_buyer=Exists(contracts_abroad(OuterRef("pk"))),
    )
    firm = rows.select_related("firm", "governorate").first()
    return {**of_profile(firm), **letter_of(has_buyer=firm.has_buyer)} if firm else {}


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
    url = reverse("opening", args=[row.public_id])
    return Record(row.title, row.language, url, row.owner_id, of_opening(row))


def _raise(public_id: UUID, own: list[int]) -> Record | None:
    rows = Candidacy.objects.filter(public_id=public_id, profile__in=own, pairing="investing")
    row = rows.first()
    if row is None:
        return None
    url = reverse("check-candidacy", args=[row.public_id])
    title = str(row.declaration.candidate_label)
    return Record(title, "", url, row.profile_id, of_raise(row))


def _engagement(public_id: UUID, own: list[int]) -> Record | None:
    ours = Q(owner__in=own) | Q(candidate__in=own)
    rows = Engagement.objects.filter(ours, public_id=public_id).with_agreements()
    row = rows.select_related("introduction__opening").first()
    if row is None:
        return None
    opening, url = row.introduction.opening, reverse("engagement", args=[row.public_id])
    owner_id = row.owner_id if row.owner_id in own else row.candidate_id
    return Record(opening.title, opening.language, url, owner_id, of_engagement(row))
