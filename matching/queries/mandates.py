"""Which startups fit what an investor looks for: the mandate's stages and sectors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from matching.models import Candidacy, Opening
from profiles.models import Profile
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet

INVESTING = "investing"
Wanted = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
FITS, YES, NO = "fits", "yes", "no"
"""What an address says of the mandate; where it says nothing, an investor's list follows it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a list of startups follows the reader's mandates. asked: YES, NO or ""."""

    mandates: "list[Opening]"
    asked: str

    @property
    def narrows(self) -> bool:
        return bool(self.mandates) and self.asked != NO

    @property
    def is_lost(self) -> bool:
        """It was asked for, as by a saved search, and there is no open mandate any more."""
        return self.asked == YES and not self.mandates


def fit_of(viewer: Viewer, asked: Mapping[str, str]) -> Fit:
    said = asked.get(FITS, "")
    return Fit(open_mandates(viewer), said if said in (YES, NO) else "")


def open_mandates(viewer: Viewer) -> list[Opening]:
    """What the viewer's investors publish; whoever is none has none."""
    if "investor" not in viewer.verified_kinds:
        return []
    own = Opening.objects.open().filter(owner__in=sorted(viewer.profile_ids), pairing=INVESTING)
    return list(own.select_related("owner"))


def wanted(mandates: list[Opening]) -> Wanted:
    """(stages, sectors) of each; a mandate without sectors means its owner's."""
    return tuple(
        (tuple(mandate.stages), tuple(mandate.sectors or mandate.owner.sectors))
        for mandate in mandates
    )


def fitting(mandates: list[Opening]) -> ProfileQuerySet:
    """Startups that raise money and meet one of the mandates. What either leaves open fits."""
    meets = Q(pk__in=[])
    for stages, sectors in wanted(mandates):
        meets |= _at_stages(stages) & _in_sectors(sectors)
    raising = Candidacy.objects.active().filter(meets, pairing=INVESTING)
    found: ProfileQuerySet = Profile.objects.filter(pk__in=raising.values("profile"))
    return found


def raised(span: tuple[datetime, datetime]) -> Q:
    """A condition on profiles: their raise was stated in that time."""
    stated = Candidacy.objects.filter(pairing=INVESTING, created_at__range=span)
    return Q(pk__in=stated.values("profile"))


def _at_stages(stages: tuple[str, ...]) -> Q:
    return Q(stages__overlap=list(stages)) | Q(stages=[]) if stages else Q(pk__isnull=False)


def _in_sectors(sectors: tuple[str, ...]) -> Q:
    if not sectors:
        return Q(pk__isnull=False)
    theirs = Q(profile__sectors__overlap=list(sectors)) | Q(profile__sectors=[])
    return Q(sectors__overlap=list(sectors)) | Q(sectors=[]) & theirs
