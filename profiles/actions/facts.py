"""Single facts: what a profile, its identity and its kind's own row say."""

from typing import Any

from django.db import models, transaction

from ledger.actions import record
from profiles.actions.saving import PROFILE_SAVED, derive_hours, locked
from profiles.actions.verifying import outdate_checks
from profiles.browsing.text import fold_profiles
from profiles.folding import fold
from profiles.models import Identity, Profile


@transaction.atomic
def describe(*, profile: Profile, by_id: int | None, **columns: Any) -> Profile:
    """Set columns of the profile itself, such as headline=..., week=..., is_named=..."""
    owner = locked(profile)
    profile.week, profile.time_zone = owner.week, owner.time_zone
    _write(profile, owner, columns, by_id)
    return profile


@transaction.atomic
def set_identity(*, profile: Profile, by_id: int | None, **columns: Any) -> Profile:
    """Set what names or reaches the person or firm: legal_name, email, phone, website."""
    owner = locked(profile)
    identity, _made = Identity.objects.get_or_create(profile=owner)
    _write(identity, owner, columns, by_id)
    return _told(profile, owner)


@transaction.atomic
def set_details(*, details: models.Model, by_id: int | None, **columns: Any) -> Profile:
    """Set columns of the row that only one kind has, a Graduate or a Firm; it has `profile`."""
    profile: Profile = details.profile  # type: ignore[attr-defined]
    owner = locked(profile)
    _write(details, owner, columns, by_id)
    return _told(profile, owner)


def _write(row: models.Model, owner: Profile, said: dict[str, Any], by_id: int | None) -> None:
    """Bring the row up to date, then change in it what is new; one event for all of it."""
    row.refresh_from_db(fields=list(said))
    before = {name: getattr(row, name) for name in said}
    changed = [name for name, value in said.items() if before[name] != value]
    if not changed:
        return
    for name in changed:
        setattr(row, name, said[name])
    _save(row, changed)
    fold_profiles([owner.pk])
    record(verb=PROFILE_SAVED, subject=owner, actor_id=by_id, codes={"fields": sorted(changed)})
    unchecked = [name for name in changed if _differs(before[name], said[name])]
    outdate_checks(profile=owner, changed=unchecked, by_id=by_id)


def _save(row: models.Model, changed: list[str]) -> None:
    if isinstance(row, Profile):
        if {"week", "time_zone"} & set(changed):
            derive_hours(row)
            changed = [*changed, "week", "time_zone", "utc_hours", "utc_days"]
        changed = [*changed, "updated_at"]
    if isinstance(row, Identity):
        changed = [*changed, "name_key"]
    row.save(update_fields=sorted(set(changed)))


def _differs(before: Any, now: Any) -> bool:
    """A name in other letters of the same word is the same name."""
    if isinstance(before, str) and isinstance(now, str):
        return fold(before) != fold(now)
    return bool(before != now)


def _told(profile: Profile, owner: Profile) -> Profile:
    """The caller's own object says what the locked row says."""
    for name in ("verified_at", "verified_how", "submitted_at"):
        setattr(profile, name, getattr(owner, name))
    return profile
