"""The profile as a whole: saved, verified, no longer verified."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from profiles.hours import utc_masks
from profiles.models import Profile

PROFILE_SAVED = "profile.saved"
PROFILE_VERIFIED = "profile.verified"
PROFILE_UNVERIFIED = "profile.unverified"


def derive_hours(profile: Profile, *, at: datetime | None = None) -> None:
    """Set the UTC masks from the week and zone (not saved); unsaid stays unsaid."""
    masks = utc_masks(profile.week, profile.time_zone, at or timezone.now())
    profile.utc_hours, profile.utc_days = masks


def locked(profile: Profile) -> Profile:
    """The row as it is now, held until the transaction ends.

    Raises Profile.DoesNotExist where it was hidden meanwhile: nobody edits what is gone.
    """
    shown = Profile.objects.exclude(status=Profile.Status.HIDDEN)
    row: Profile = shown.select_for_update().get(pk=profile.pk)
    return row


@transaction.atomic
def save_profile(*, profile: Profile, by_id: int | None) -> Profile:
    """Save the profile's own columns; matches follow by themselves."""
    derive_hours(profile)
    profile.save()
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id)
    return profile


@transaction.atomic
def verify(*, profile: Profile, how: str, by_id: int | None) -> Profile:
    """The profile was checked: from now on it counts, in lists and matches. `how` is a code."""
    profile.verified_at, profile.verified_how = timezone.now(), how
    profile.save(update_fields=["verified_at", "verified_how", "updated_at"])
    record(verb=PROFILE_VERIFIED, subject=profile, actor_id=by_id, codes={"how": how})
    return profile


@transaction.atomic
def unverify(*, profile: Profile, fields: Iterable[str], by_id: int | None) -> Profile:
    """What was checked is no longer what the profile says: it waits for staff again."""
    codes = {"how": profile.verified_how, "fields": sorted(fields)}
    profile.verified_at, profile.verified_how = None, ""
    profile.submitted_at = timezone.now()
    profile.save(update_fields=["verified_at", "verified_how", "submitted_at", "updated_at"])
    record(verb=PROFILE_UNVERIFIED, subject=profile, actor_id=by_id, codes=codes)
    return profile
