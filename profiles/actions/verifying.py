"""What was checked of a profile: said, withdrawn, and outdated by a change of what was compared."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from ledger.actions import record
from profiles.models import Profile, Verification

PROFILE_VERIFIED = "profile.verified"
PROFILE_UNVERIFIED = "profile.unverified"

What = Verification.What
COMPARED: dict[str, frozenset[str]] = {
    What.IDENTITY: frozenset({"legal_name"}),
    What.REGISTER: frozenset({"legal_name", "type"}),
    What.UNIVERSITY: frozenset({"university", "degree", "graduation_year"}),
    What.UNIVERSITY_EMAIL: frozenset({"university"}),
}
"""Facts that a check compared: change one, and the badge says too much."""


@transaction.atomic
def verify(*, profile: Profile, how: str, by_id: int | None) -> Profile:
    """Staff, or the system, checked the profile: from now on it counts, in lists and matches.

    how: one of Verification.What; another raises ValueError
    """
    check = Verification.objects.create(profile=profile, what=What(how), by_id=by_id)
    _say_latest(profile, check)
    record(verb=PROFILE_VERIFIED, subject=profile, actor_id=by_id, codes={"how": how})
    return profile


@transaction.atomic
def withdraw_verification(*, verification: Verification, by_id: int | None) -> Profile:
    """It turned out not to hold; the profile counts on only if another check still stands."""
    profile = verification.profile
    if verification.withdrawn_at is None:
        verification.withdrawn_at = timezone.now()
        verification.save(update_fields=["withdrawn_at"])
        _say_latest(profile, standing_checks(profile).first())
        codes = {"how": verification.what}
        record(verb=PROFILE_UNVERIFIED, subject=profile, actor_id=by_id, codes=codes)
    return profile


@transaction.atomic
def outdate_checks(*, profile: Profile, changed: Iterable[str], by_id: int | None) -> Profile:
    """Withdraw every check that compared a fact which has `changed` since.

    Where none is left, the profile waits for staff again.
    """
    outdated = _resting_on(profile, changed)
    for check in outdated:
        check.profile = profile
        withdraw_verification(verification=check, by_id=by_id)
    if outdated and not profile.is_verified:
        profile.submitted_at = timezone.now()
        profile.save(update_fields=["submitted_at", "updated_at"])
    return profile


def standing_checks(profile: Profile | OuterRef) -> "QuerySet[Verification]":
    """What was checked and stands, the latest first."""
    checks = Verification.objects.filter(profile=profile, withdrawn_at__isnull=True)
    return checks.order_by("-at", "-pk")


def rests_on(profile: Profile, fields: Iterable[str]) -> bool:
    """Whether the profile's badge says that one of these facts was checked."""
    return bool(_resting_on(profile, fields))


def _resting_on(profile: Profile, fields: Iterable[str]) -> list[Verification]:
    facts = set(fields)
    checks = standing_checks(profile)
    return [check for check in checks if COMPARED.get(check.what, frozenset()) & facts]


def _say_latest(profile: Profile, check: Verification | None) -> None:
    profile.verified_at = check.at if check else None
    profile.verified_how = check.what if check else ""
    profile.save(update_fields=["verified_at", "verified_how", "updated_at"])
