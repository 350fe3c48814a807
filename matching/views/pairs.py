"""The two rows behind an address that names a pair; a 404 for whoever is no party to it."""

from django.db.models import OuterRef
from django.http import Http404

from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from matching.queries.exclusions import candidacies_apart_from
from matching.weights import carried
from profiles.firms.vouching import vouches_of
from profiles.models import Consent, Profile
from profiles.viewer import Viewer


def pair_of(opening_id: str, candidacy_id: str, viewer: Viewer) -> tuple[Opening, Candidacy]:
    """Both rows where the viewer may know of both and is a party to the pair, or staff.

    They carry their weights: a pair is explained from either side. The candidacy carries too how
    far each side lets the other read, `from_owner` and `from_candidate`; both profiles carry what
    staff vouch for.
    """
    rows = carried(Opening.objects.visible_to(viewer).with_owner())
    rows = rows.annotate(vouches=vouches_of(OuterRef("owner")))
    opening = rows.filter(public_id=opening_id).first()
    if opening is None:
        raise Http404
    found = carried(Candidacy.objects.visible_to(viewer).with_profile())
    found = found.filter(public_id=candidacy_id).annotate(
        from_owner=Consent.objects.step_between(opening.owner_id, OuterRef("profile")),
        from_candidate=Consent.objects.step_between(OuterRef("profile"), opening.owner_id),
        vouches=vouches_of(OuterRef("profile")),
    )
    if not viewer.is_staff:
        found = found.exclude(candidacies_apart_from(opening))
    candidacy = found.first()
    if candidacy is None or opening.pairing != candidacy.pairing:
        raise Http404
    is_party = viewer.owns(opening.owner_id) or viewer.owns(candidacy.profile_id)
    if not (is_party or viewer.is_staff):
        raise Http404
    opening.owner.vouches, candidacy.profile.vouches = opening.vouches, candidacy.vouches
    return opening, candidacy


def own_side_of(candidacy: Candidacy, viewer: Viewer) -> Side:
    """Staff who are no party read a pair as the opening's owner does."""
    return "candidacy" if viewer.owns(candidacy.profile_id) else "opening"


def sides_of(opening: Opening, candidacy: Candidacy, own_side: Side) -> tuple[Profile, Profile]:
    """(own, other) profile."""
    both = opening.owner, candidacy.profile
    return both if own_side == "opening" else both[::-1]
