"""How an account wants to be spoken to."""

from typing import Any

from django.db import transaction

from ledger.actions import record
from ledger.models import Event
from profiles.actions import describe
from profiles.models import Profile, User

PREFERENCES_SET = "account.preferences_set"
ZONE_FOLLOWED = "account.zone_followed"
NOTICES_SET = "account.notices_set"


@transaction.atomic
def set_preferences(*, user: User, language: str, time_zone: str) -> User:
    """Language of mail and time zone; the profiles keep the zones that they have."""
    stored = User.objects.select_for_update().get(pk=user.pk)
    codes = {"language": language, "chose_zone": stored.time_zone != time_zone}
    user.language, user.time_zone = language, time_zone
    user.save(update_fields=["language", "time_zone"])
    record(verb=PREFERENCES_SET, subject=user, actor_id=user.pk, codes=codes)
    return user


@transaction.atomic
def set_notices(*, user: User, notices: str) -> User:
    """When mail tells of what happens. By its reader, or whoever holds the link of their mail.

    Said twice, nothing changes and nothing is recorded.
    """
    if User.objects.select_for_update().get(pk=user.pk).notices != notices:
        user.notices = User.Notices(notices)
        user.save(update_fields=["notices"])
        record(verb=NOTICES_SET, subject=user, actor_id=user.pk, codes={"notices": notices})
    return user


@transaction.atomic
def describe_place(*, profile: Profile, by_id: int | None, **columns: Any) -> Profile:
    """Say where somebody lives or by which clock: their account reads times on that clock too.

    The zone of the account was guessed when it was opened. One that its owner chose stays, and
    so does that of whoever writes for somebody else, or for a firm.
    """
    describe(profile=profile, by_id=by_id, **columns)
    if by_id is not None and profile.user_id == by_id:
        _follow(User.objects.select_for_update().get(pk=by_id), profile)
    return profile


def _follow(user: User, profile: Profile) -> None:
    if user.time_zone == profile.time_zone or _has_chosen(user):
        return
    user.time_zone = profile.time_zone
    user.save(update_fields=["time_zone"])
    codes = {"profile": profile.pk}
    record(verb=ZONE_FOLLOWED, subject=user, actor_id=user.pk, codes=codes)


def _has_chosen(user: User) -> bool:
    """Whether the account settings were ever sent with another zone than they showed."""
    chosen = Event.objects.filter(verb=PREFERENCES_SET, codes__chose_zone=True)
    return chosen.filter(subject_kind=user._meta.label_lower, subject_id=user.pk).exists()
