"""Which startups fit what an investor looks for: the mandate's stages and sectors."""

from django.db.models import Q

from matching.models import Candidacy, Opening
from profiles.models import Profile
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet

INVESTING = "investing"


def open_mandates(viewer: Viewer) -> list[Opening]:
    """What the viewer's investors publish; whoever is none has none."""
    if "investor" not in viewer.verified_kinds:
        return []
    own = Opening.objects.open().filter(owner__in=sorted(viewer.profile_ids), pairing=INVESTING)
    return list(own.select_related("owner"))


def fitting(mandates: list[Opening]) -> ProfileQuerySet:
    """Startups that raise money and meet one of the mandates. What either leaves open fits."""
    wanted = Q(pk__in=[])
    for mandate in mandates:
        wanted |= _at_stages(mandate.stages) & _in_sectors(mandate.sectors or mandate.owner.sectors)
    raising = Candidacy.objects.active().filter(wanted, pairing=INVESTING)
    found: ProfileQuerySet = Profile.objects.filter(pk__in=raising.values("profile"))
    return found


def _at_stages(stages: list[str]) -> Q:
    return Q(stages__overlap=stages) | Q(stages=[]) if stages else Q()


def _in_sectors(sectors: list[str]) -> Q:
    if not sectors:
        return Q()
    theirs = Q(profile__sectors__overlap=sectors) | Q(profile__sectors=[])
    return Q(sectors__overlap=sectors) | Q(sectors=[]) & theirs
