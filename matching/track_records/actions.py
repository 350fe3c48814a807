"""Add a round to an investor's record, remove one: the kinds that are told follow at once."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ledger.actions import record
from matching.moves import RefusedError
from matching.track_records.measuring import measure
from matching.track_records.models import PastInvestment
from profiles.actions import locked
from profiles.models import Governorate, Profile

ADDED = "investment.added"
REMOVED = "investment.removed"
MOST = 300
"""Rounds in one record."""


@dataclass(frozen=True, slots=True)
class Round:
    """What an investor says of one. public_id comes with the form; sectors are slugs.

    governorate: where the startup was, `None` where that is not said, or not in Palestine
    """

    public_id: UUID
    year: int
    stage: str
    sectors: list[str]
    governorate: Governorate | None = None


@transaction.atomic
def add(*, profile: Profile, said: Round, by_id: int | None) -> PastInvestment:
    """Sent twice it is one round. Raises RefusedError where the record is full."""
    owner = locked(profile)
    known = PastInvestment.objects.filter(public_id=said.public_id).first()
    if known is not None:
        return _added_before(known, owner)
    if PastInvestment.objects.of(owner.pk).count() >= MOST:
        raise RefusedError(
            _("%(most)d rounds are in your record already: remove some that are long past.")
            % {"most": MOST}
        )
    row = PastInvestment.objects.create(
        public_id=said.public_id,
        profile=owner,
        year=said.year,
        stage=said.stage,
        sectors=said.sectors,
        governorate=said.governorate,
    )
    _record(ADDED, row, by_id)
    measure([owner.pk])
    return row


def _added_before(known: PastInvestment, owner: Profile) -> PastInvestment:
    if known.profile_id != owner.pk:
        raise PastInvestment.DoesNotExist
    return known


@transaction.atomic
def remove(*, profile: Profile, public_id: UUID, by_id: int | None) -> bool:
    """Whether it was in the record. What a file brought leaves its id, and nothing else."""
    owner = locked(profile)
    row = PastInvestment.objects.of(owner.pk).filter(public_id=public_id).first()
    if row is None:
        return False
    _record(REMOVED, row, by_id)
    _take_out(row)
    measure([owner.pk])
    return True


def _take_out(row: PastInvestment) -> None:
    if row.source == PastInvestment.Source.SAID:
        row.delete()
        return
    row.is_struck = True
    row.year, row.stage, row.sectors, row.governorate = None, "", [], None
    row.save()


def _record(verb: str, row: PastInvestment, by_id: int | None) -> None:
    """The event says whose it is, and nothing of the round."""
    record(verb=verb, subject=row, actor_id=by_id, codes={"profile": row.profile_id})
