"""Recommend, stop, let run out, be followed: each in one transaction with its event."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.actions import record
from matching.engagements.models import Engagement, Referral
from matching.engagements.referrals.moves import MOVES, Move, Who, check, is_theirs
from matching.engagements.referrals.standing import MOST, may_be_recommended
from matching.introductions.languages import language_of
from matching.introductions.models import Introduction
from matching.introductions.moves import Legal
from matching.moves import RefusedError
from profiles.models import Profile

LASTS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Recommending:
    """What a client says. public_id comes with the form, so that sent twice it is made once."""

    public_id: UUID
    sentence: str
    names_client: bool = False


@transaction.atomic
def recommend(
    *, engagement: Engagement, by: Profile, said: Recommending, by_id: int | None
) -> Referral:
    """The client recommends the firm. Raises RefusedError with what stands in the way.

    The client's row is locked: the limit of open ones holds for two tabs too.
    """
    client = Profile.objects.select_for_update(of=("self",)).get(pk=by.pk)
    row = Engagement.objects.select_related("candidate").get(pk=engagement.pk, owner=client)
    known = _made_before(row, said)
    if known is not None:
        return known
    _check(row, client)
    referral = Referral.objects.create(
        public_id=said.public_id,
        engagement=row,
        author_id=by_id,
        sentence=said.sentence,
        language=language_of(said.sentence, client.language),
        names_client=said.names_client,
        until=timezone.localdate() + LASTS,
    )
    _record("referral.made", referral, by_id, by=client.pk)
    return referral


def _made_before(row: Engagement, said: Recommending) -> Referral | None:
    known: Referral | None = Referral.objects.filter(public_id=said.public_id).first()
    if known and known.engagement_id != row.pk:
        raise RefusedError(_("This page is out of date. Open it again, and recommend them then."))
    return known


def _check(row: Engagement, client: Profile) -> None:
    if not all(each.is_active and each.is_verified for each in (client, row.candidate)):
        raise RefusedError(_("One of you is not to be met here at present. Nothing was made."))
    if not may_be_recommended(row):
        raise RefusedError(
            _("A contract is recommended once it has run for 30 days, or is completed.")
        )
    if Referral.objects.live().of_client(client.pk).count() >= MOST:
        raise RefusedError(
            _("%(most)d recommendations of yours are open, as many as may be. Stop one first.")
            % {"most": MOST}
        )


@transaction.atomic
def stop(*, referral: Referral, by: Profile, by_id: int | None) -> Referral:
    """The client or the firm ends it: its link opens nothing any more."""
    row = _held(referral)
    if not is_theirs(row, Move.STOP, by.pk):
        raise Referral.DoesNotExist
    _move(row, check(row, Move.STOP), by_id, by=by.pk)
    return row


@transaction.atomic
def expire(*, referral: Referral) -> bool:
    """Its last day is over; whether it was still open."""
    row = _held(referral)
    found = MOVES[Move.EXPIRE]
    if row.state not in found.starts or row.until >= timezone.localdate():
        return False
    _move(row, found, None)
    return True


@transaction.atomic
def follow(*, referral: Referral, introduction: Introduction, by_id: int | None) -> bool:
    """An introduction was asked for through it; whether it is the first, which alone is kept."""
    row = _held(referral)
    if row.introduction_id is not None:
        return False
    row.introduction = introduction
    row.save(update_fields=["introduction"])
    _record("referral.followed", row, by_id, introduction=introduction.pk)
    return True


def _held(referral: Referral) -> Referral:
    rows = Referral.objects.select_for_update(of=("self",)).select_related("engagement")
    row: Referral = rows.get(pk=referral.pk)
    return row


def _move(row: Referral, found: Legal[Who], by_id: int | None, **codes: object) -> None:
    row.state = found.end
    row.save(update_fields=["state"])
    _record(found.verb, row, by_id, **codes)


def _record(verb: str, row: Referral, by_id: int | None, **codes: object) -> None:
    said = {
        "engagement": row.engagement_id,
        "owner": row.engagement.owner_id,
        "candidate": row.engagement.candidate_id,
        **codes,
    }
    record(verb=verb, subject=row, actor_id=by_id, codes=said)
