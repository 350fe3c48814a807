"""What an owner lets one counterparty read: given, widened or narrowed, and revoked."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.actions import record
from profiles.exclusions import barred_by
from profiles.models import Consent, Profile
from profiles.recognition import standing_of
from profiles.steps import Step

CONSENT_GIVEN = "consent.given"
CONSENT_REVOKED = "consent.revoked"
CONSENT_READ = "consent.read"

LONGEST = timedelta(days=366)
USUAL = timedelta(days=90)


class UnfitConsentError(ValueError):
    """A consent that nobody can give; the message says what to change."""


@transaction.atomic
def give(
    *,
    owner: Profile,
    to: Profile,
    step: Step,
    purpose: str,
    until: date,
    by_id: int | None,
) -> Consent:
    """From now on `to` reads `owner` up to that step; what stood before is revoked.

    Said twice with the same words, nothing changes and nothing is recorded.
    Raises UnfitConsentError for a last day that is over or more than a year away.
    """
    _check(until)
    standing = _standing(owner, to)
    if standing and (standing.step, standing.purpose, standing.until) == (step, purpose, until):
        return standing
    if standing:
        _end(standing)
    consent = Consent.objects.create(
        owner=owner,
        to=to,
        step=Step(step),
        purpose=Consent.Purpose(purpose),
        until=until,
        given_by_id=by_id,
    )
    _record(CONSENT_GIVEN, consent, by_id)
    return consent


@transaction.atomic
def revoke(*, owner: Profile, to: Profile, by_id: int | None) -> bool:
    """`to` reads of `owner` no more than anybody may; whether there was anything to revoke."""
    standing = _standing(owner, to)
    if standing is None:
        return False
    _end(standing)
    _record(CONSENT_REVOKED, standing, by_id)
    return True


@transaction.atomic
def revoke_barred(*, owner: Profile, by_id: int | None) -> None:
    """Take back what went to countries, sectors and names that the owner excludes now.

    What others exclude ends no consent: the owner would learn of it here.
    """
    standing = Consent.objects.filter(owner=owner, revoked_at__isnull=True)
    for consent in standing.filter(barred_by(standing_of(owner), "to")).select_related("to"):
        revoke(owner=owner, to=consent.to, by_id=by_id)


def hold(*owners: Profile) -> None:
    """Lock these rows, by key: what is read now of their consents is so until this is over."""
    keys = [owner.pk for owner in owners]
    rows = Profile.objects.filter(pk__in=keys).order_by("pk")
    list(rows.select_for_update().values_list("pk", flat=True))


def _standing(owner: Profile, to: Profile) -> Consent | None:
    """What is not revoked between the two, for this transaction alone.

    The owner's row is locked first: two consents at once come one after the other.
    """
    hold(owner)
    return Consent.objects.filter(owner=owner, to=to, revoked_at__isnull=True).first()


def _end(consent: Consent) -> None:
    consent.revoked_at = timezone.now()
    consent.save(update_fields=["revoked_at"])


def _record(verb: str, consent: Consent, by_id: int | None) -> None:
    codes = {
        "owner": consent.owner_id,
        "to": consent.to_id,
        "step": int(consent.step),
        "purpose": consent.purpose,
        "until": consent.until.isoformat(),
    }
    record(verb=verb, subject=consent, actor_id=by_id, codes=codes)


def _check(until: date) -> None:
    today = timezone.localdate()
    if until < today:
        raise UnfitConsentError(_("The last day is over. Choose today or a later day."))
    if until > today + LONGEST:
        raise UnfitConsentError(_("Choose a last day within a year; it can be given again then."))
