"""A person takes a role: the profile of that kind is opened, empty and unverified."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q

from ledger.actions import record
from profiles.models import Identity, Profile, User

PROFILE_OPENED = "profile.opened"
AT_HOME = ("graduate",)
"""Kinds whose people are in Palestine: their country need not be asked for."""

_rows: dict[str, Callable[[Profile, User], None]] = {}


def makes_row(kind: str, make: Callable[[Profile, User], None]) -> None:
    """A kind registers here how its own row is made, and who acts for it."""
    _rows[kind] = make


@transaction.atomic
def open_profile(*, user: User, kind: str) -> Profile:
    """Open a profile of a kind for this account and return it; staff verify it later.

    A person holds a role once: asked again, the profile that they have is returned. Of firms
    one may have several, but only one that is not filled in yet. An unknown kind raises
    LookupError.
    """
    if kind not in _rows:
        raise LookupError(f"“{kind}” is no kind of profile: use one of {', '.join(_rows)}.")
    User.objects.select_for_update().get(pk=user.pk)
    held: Profile | None = Profile.objects.filter(_held_by(user), kind=kind).first()
    if held is not None:
        return held
    profile = Profile.objects.create(
        kind=kind,
        user=None if kind == Profile.Kind.FIRM else user,
        language=user.language,
        time_zone=user.time_zone,
        country="PS" if kind in AT_HOME else "",
    )
    Identity.objects.create(profile=profile, email=user.email)
    _rows[kind](profile, user)
    record(verb=PROFILE_OPENED, subject=profile, actor_id=user.pk, codes={"kind": kind})
    return profile


def _held_by(user: User) -> Q:
    unfinished = Q(submitted_at__isnull=True, verified_at__isnull=True)
    return Q(user=user) | Q(firm__members__user=user) & unfinished
