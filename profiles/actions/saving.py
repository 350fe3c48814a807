"""The profile as a whole: held for a change, saved, its hours derived."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from profiles.actions.consents import revoke_barred
from profiles.browsing.text import fold_profiles
from profiles.hours import utc_masks
from profiles.models import Profile

PROFILE_SAVED = "profile.saved"
MEASURED = frozenset({"answers", "funded"})
"""Columns that upper floors measure: whoever saves a profile that was read before keeps them."""


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
    _save(profile)
    fold_profiles([profile.pk])
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id)
    revoke_barred(owner=profile, by_id=by_id)
    return profile


def _save(profile: Profile) -> None:
    if profile._state.adding:
        profile.save()
        return
    columns = {field.name for field in Profile._meta.concrete_fields if not field.primary_key}
    profile.save(update_fields=columns - MEASURED)
