"""Writes about people. Each is atomic, records its event and returns the row."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ledger.actions import record
from profiles.hours import utc_masks
from profiles.models import Profile, ProfileSkill, Skill, Verification

PROFILE_SAVED = "profile.saved"
PROFILE_VERIFIED = "profile.verified"
PROFILE_UNVERIFIED = "profile.unverified"


def derive_hours(profile: Profile, *, at: datetime | None = None) -> None:
    """Set the UTC masks from the week and zone (not saved); unsaid stays unsaid."""
    masks = utc_masks(profile.week, profile.time_zone, at or timezone.now())
    profile.utc_hours, profile.utc_days = masks


@transaction.atomic
def save_profile(*, profile: Profile, by_id: int | None) -> Profile:
    """Save the profile's own columns; matches follow by themselves."""
    derive_hours(profile)
    profile.save()
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id)
    return profile


@transaction.atomic
def set_skills(*, profile: Profile, levels: Mapping[Skill, int], by_id: int | None) -> Profile:
    """Make the profile's skills exactly `levels` (skill to level 1..4)."""
    Profile.objects.select_for_update().get(pk=profile.pk)
    profile.held_skills.exclude(skill__in=levels).delete()
    ProfileSkill.objects.bulk_create(
        (
            ProfileSkill(profile=profile, skill=skill, level=level)
            for skill, level in levels.items()
        ),
        update_conflicts=True,
        unique_fields=["profile", "skill"],
        update_fields=["level"],
    )
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id, codes={"skills": len(levels)})
    return profile


@transaction.atomic
def verify(*, profile: Profile, how: str, by_id: int | None) -> Profile:
    """Staff, or the system, checked the profile: from now on it counts, in lists and matches.

    how: one of Verification.What; another raises ValueError
    """
    what = Verification.What(how)
    check = Verification.objects.create(profile=profile, what=what, by_id=by_id)
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


def standing_checks(profile: Profile) -> "QuerySet[Verification]":
    """What was checked and stands, the latest first."""
    return profile.verifications.filter(withdrawn_at__isnull=True).order_by("-at", "-pk")


def _say_latest(profile: Profile, check: Verification | None) -> None:
    profile.verified_at = check.at if check else None
    profile.verified_how = check.what if check else ""
    profile.save(update_fields=["verified_at", "verified_how", "updated_at"])
