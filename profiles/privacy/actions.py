"""Who may find a profile, whom it never meets, and a pause; events hold codes only.

Whom one never meets any more loses what one let them read, in the same transaction.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction

from ledger.actions import record
from profiles.actions import PROFILE_SAVED, consents
from profiles.models import ExcludedName, Profile
from profiles.names import name_key

EXCLUSIONS_SAVED = "profile.exclusions"
PROFILE_PAUSED = "profile.paused"
PROFILE_RESUMED = "profile.resumed"


@transaction.atomic
def set_audience(*, profile: Profile, audience: str, by_id: int | None) -> Profile:
    """audience: one of Profile.Audience, or "" for what the kind gives."""
    profile.audience = Profile.Audience(audience).value if audience else ""
    profile.save(update_fields=["audience", "updated_at"])
    codes = {"audience": profile.audience}
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id, codes=codes)
    return profile


@transaction.atomic
def set_named(*, profile: Profile, is_named: bool, by_id: int | None) -> Profile:
    profile.is_named = is_named
    profile.save(update_fields=["is_named", "updated_at"])
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id, codes={"is_named": is_named})
    return profile


@transaction.atomic
def exclude_countries(*, profile: Profile, codes: Iterable[str], by_id: int | None) -> Profile:
    """Make the countries never to meet exactly these ISO codes."""
    profile.excluded_countries = sorted(set(codes))
    return _save_exclusions(profile, "excluded_countries", by_id)


@transaction.atomic
def exclude_sectors(*, profile: Profile, slugs: Iterable[str], by_id: int | None) -> Profile:
    profile.excluded_sectors = sorted(set(slugs))
    return _save_exclusions(profile, "excluded_sectors", by_id)


def _save_exclusions(profile: Profile, column: str, by_id: int | None) -> Profile:
    profile.save(update_fields=[column, "updated_at"])
    record(verb=EXCLUSIONS_SAVED, subject=profile, actor_id=by_id, codes={"of": column})
    consents.revoke_barred(owner=profile, by_id=by_id)
    return profile


@transaction.atomic
def exclude_names(*, profile: Profile, names: Sequence[str], by_id: int | None) -> Profile:
    """Make the names never to meet exactly these; a name without a letter is left out.

    Whether anybody here bears one of them is told to nobody, and not recorded.
    """
    Profile.objects.select_for_update().get(pk=profile.pk)
    by_key = {name_key(name): name.strip() for name in names}
    by_key.pop("", None)
    profile.excluded_names.exclude(key__in=by_key).delete()
    ExcludedName.objects.bulk_create(
        (ExcludedName(profile=profile, text=text, key=key) for key, text in by_key.items()),
        update_conflicts=True,
        unique_fields=["profile", "key"],
        update_fields=["text"],
    )
    record(verb=EXCLUSIONS_SAVED, subject=profile, actor_id=by_id, codes={"of": "excluded_names"})
    consents.revoke_barred(owner=profile, by_id=by_id)
    return profile


@transaction.atomic
def pause(*, profile: Profile, by_id: int | None) -> Profile:
    """Leave lists and matches for now and keep everything; a hidden profile stays hidden."""
    return _move(profile, Profile.Status.ACTIVE, Profile.Status.PAUSED, PROFILE_PAUSED, by_id)


@transaction.atomic
def resume(*, profile: Profile, by_id: int | None) -> Profile:
    """End a pause; a hidden profile stays hidden."""
    return _move(profile, Profile.Status.PAUSED, Profile.Status.ACTIVE, PROFILE_RESUMED, by_id)


def _move(profile: Profile, here: str, there: str, verb: str, by_id: int | None) -> Profile:
    """From one status to the other; said twice, or from a stale page, it changes nothing."""
    moved = Profile.objects.filter(pk=profile.pk, status=here).update(status=there)
    if moved:
        record(verb=verb, subject=profile, actor_id=by_id)
    profile.refresh_from_db(fields=["status"])
    return profile
