"""Writes about people. Each is atomic, records its event and returns the row."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from profiles.browsing.text import fold_profiles
from profiles.hours import utc_masks
from profiles.models import Profile, ProfileSkill, Skill

PROFILE_SAVED = "profile.saved"
PROFILE_VERIFIED = "profile.verified"


def derive_hours(profile: Profile, *, at: datetime | None = None) -> None:
    """Set the UTC masks from the week and zone (not saved); unsaid stays unsaid."""
    masks = utc_masks(profile.week, profile.time_zone, at or timezone.now())
    profile.utc_hours, profile.utc_days = masks


@transaction.atomic
def save_profile(*, profile: Profile, by_id: int | None) -> Profile:
    """Save the profile's own columns; matches follow by themselves."""
    derive_hours(profile)
    profile.save()
    fold_profiles([profile.pk])
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
    fold_profiles([profile.pk])
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id, codes={"skills": len(levels)})
    return profile


@transaction.atomic
def verify(*, profile: Profile, how: str, by_id: int | None) -> Profile:
    """Staff checked the profile: from now on it counts, in lists and matches. `how` is a code."""
    profile.verified_at, profile.verified_how = timezone.now(), how
    profile.save(update_fields=["verified_at", "verified_how", "updated_at"])
    record(verb=PROFILE_VERIFIED, subject=profile, actor_id=by_id, codes={"how": how})
    return profile
