"""Which sides of which pairings a profile may take, and whose rows an account may write."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from matching.models import Candidacy, Opening
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side
from matching.pairings.words import SideWords, Words
from profiles.models import Profile, User
from profiles.queries import editable_by

SIDES: tuple[Side, Side] = ("opening", "candidacy")


@dataclass(frozen=True, slots=True)
class Offer:
    """One side of a pairing that a profile may take."""

    pairing: Pairing
    side: Side

    @property
    def words(self) -> SideWords:
        return self.pairing.words(self.side)

    @property
    def label(self) -> Words:
        """What the rows of this side are called together."""
        return self.pairing.label if self.side == "opening" else self.pairing.candidate_label

    @property
    def url(self) -> str:
        return reverse(f"new-{self.side}", args=[self.pairing.slug])


def offers_to(profile: Profile) -> list[Offer]:
    """What the profile may take, by its kind and, of a firm, its type."""
    return [
        Offer(pairing, side)
        for pairing in registry.all_pairings().values()
        for side in SIDES
        if pairing.takes(side, profile.kind, firm_type(profile))
    ]


def firm_type(profile: Profile) -> str:
    firm = getattr(profile, "firm", None)
    return str(firm.type) if firm else ""


def takers(user: User, pairing: Pairing, side: Side) -> list[Profile]:
    """The profiles of this account that may take the side, the oldest first."""
    mine = editable_by(user).filter(kind__in=pairing.kinds(side)).for_cards()
    return [one for one in mine if pairing.takes(side, one.kind, firm_type(one))]


def own_row(user: User, side: Side, public_id: str) -> Opening | Candidacy | None:
    """The row of that id where this account may write it, with its profile; `None` else."""
    mine = editable_by(user)
    rows: Any = (
        Opening.objects.filter(owner__in=mine).for_cards()
        if side == "opening"
        else Candidacy.objects.filter(profile__in=mine).for_cards()
    )
    found: Opening | Candidacy | None = rows.filter(public_id=public_id).first()
    return found


def profile_of(row: Opening | Candidacy) -> Profile:
    return row.owner if isinstance(row, Opening) else row.profile
