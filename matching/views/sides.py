"""The viewer's own openings and candidacies: whose matches there are to read."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from matching.meeting import with_meetings
from matching.models import Candidacy, Opening, TopMatches
from matching.pairings.declaration import Pairing, Side
from matching.weights import carried
from profiles.models import Profile
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class OwnSide:
    """One opening or candidacy of the viewer's own, with its stored list, if there is one."""

    row: Opening | Candidacy
    side: Side
    stored: TopMatches | None

    @property
    def public_id(self) -> str:
        return str(self.row.public_id)

    @property
    def pairing(self) -> Pairing:
        return self.row.declaration

    @property
    def label(self) -> str:
        if isinstance(self.row, Opening):
            return self.row.title
        return str(self.pairing.candidate_label)

    @property
    def language(self) -> str:
        return self.row.language if isinstance(self.row, Opening) else ""

    @property
    def why_not_matched(self) -> str:
        """A sentence where this side takes no part in matching now, "" where it does."""
        if not self.profile.is_verified:
            return _("This profile is not verified yet. Programme staff check it first.")
        if not self.profile.is_active:
            return _("This profile is paused, so it is not matched.")
        if isinstance(self.row, Opening):
            return "" if self.row.is_open else _("This opening is not open, so it is not matched.")
        if self.row.is_active:
            return ""
        return _("The consent to be matched here is paused or has ended.")

    @property
    def profile(self) -> Profile:
        return self.row.owner if isinstance(self.row, Opening) else self.row.profile


def own_sides(viewer: Viewer) -> list[OwnSide]:
    """Candidacies first, then openings, by pairing and age, in two queries; no drafts.

    Each carries its weights, since one of them is going to be explained, and whom it met.
    """
    mine = sorted(viewer.profile_ids)
    candidacies = Candidacy.objects.filter(profile__in=mine).exclude(
        status__in=[Candidacy.Status.DRAFT, Candidacy.Status.WITHDRAWN]
    )
    openings = Opening.objects.filter(owner__in=mine).exclude(status=Opening.Status.DRAFT)
    rows: list[tuple[Side, Opening | Candidacy]] = [
        *(
            ("candidacy", row)
            for row in _with_all(candidacies.select_related("profile", "top_matches"), "candidacy")
        ),
        *(
            ("opening", row)
            for row in _with_all(openings.select_related("owner", "top_matches"), "opening")
        ),
    ]
    sides = [OwnSide(row, side, getattr(row, "top_matches", None)) for side, row in rows]
    return sorted(sides, key=lambda own: (bool(own.why_not_matched), own.row.pairing, own.row.pk))


def _with_all(rows: "QuerySet[Any]", side: Side) -> "QuerySet[Any]":
    return carried(with_meetings(rows, side))
