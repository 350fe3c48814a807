"""Whoever is signed in, as a Viewer."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from profiles.models import Profile, User
from profiles.queries import EDITORS
from profiles.viewer import ANONYMOUS, Role, Viewer

ACTED_FOR = """
SELECT profile.id, public_id, kind, headline, status, verified_at, country, sectors,
    excluded_countries, excluded_sectors, acted.role, ARRAY(
        SELECT ARRAY[owner_id, step] FROM profiles_consent
        WHERE to_id = profile.id AND revoked_at IS NULL AND until >= %(today)s
    ) AS consents, (SELECT type FROM firms_firm WHERE profile_id = profile.id) AS firm_type
FROM (
    SELECT id, 'owner' AS role FROM profiles_profile WHERE user_id = %(user)s
    UNION SELECT firm_id, role FROM firms_firmmember WHERE user_id = %(user)s
) AS acted JOIN profiles_profile AS profile ON profile.id = acted.id
"""
"""All that is read here of a profile. Every request of somebody signed in begins with it, so it is
SQL: to make it of querysets costs as much as five such queries."""


def viewer_of(user: User | AnonymousUser, *, acting: str = "") -> Viewer:
    """Build the Viewer of an account, in one query; inactive accounts are strangers.

    acting: public id of the profile that the person chose to act as; one that is not (or no
    longer) theirs counts for nothing, and the oldest of their own is taken.
    """
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    rows = _acted_for(user)
    everything = sorted({profile.pk: profile for profile in rows}.values(), key=lambda row: row.pk)
    own = [profile for profile in everything if not profile.is_hidden]
    chosen = next((profile for profile in own if str(profile.public_id) == acting), None)
    acting_as = chosen or next(iter(own), None)
    return Viewer(
        user_id=user.pk,
        hidden_ids=frozenset(profile.pk for profile in everything if profile.is_hidden),
        written_ids=frozenset(
            profile.pk for profile in rows if profile.role in EDITORS and not profile.is_hidden
        ),
        roles=tuple(_role(profile) for profile in own),
        acting_profile_id=acting_as.pk if acting_as else None,
        is_staff=user.is_staff,
        **_standing(own),
    )


def _acted_for(user: User) -> list[Any]:
    """The profiles of an account, each with the `role` in which it acts for it.

    A union, because an OR over the members of firms reads every profile there is; whoever is both
    the person and a member gets both rows.
    """
    said = {"user": user.pk, "today": timezone.localdate()}
    return list(Profile.objects.raw(ACTED_FOR, said))


def standing_of(profile: Profile) -> Viewer:
    """The Viewer who is this profile and nothing else, whoever acts for it."""
    return Viewer(acting_profile_id=profile.pk, **_standing([profile]))


def _standing(own: Sequence[Profile]) -> dict[str, Any]:
    """What the profiles are and whom they never meet."""
    return {
        "profile_ids": frozenset(profile.pk for profile in own),
        "verified_kinds": frozenset(str(profile.kind) for profile in own if profile.is_verified),
        "countries": frozenset(str(profile.country) for profile in own if profile.country),
        "sectors": _union(profile.sectors for profile in own),
        "excluded_countries": _union(profile.excluded_countries for profile in own),
        "excluded_sectors": _union(profile.excluded_sectors for profile in own),
        "consents": frozenset(
            (owner, step) for profile in own for owner, step in getattr(profile, "consents", ())
        ),
    }


def _union(lists: Iterable[list[str]]) -> frozenset[str]:
    return frozenset(value for values in lists for value in values)


def _role(profile: Profile) -> Role:
    return Role(
        profile_id=profile.pk,
        public_id=str(profile.public_id),
        kind=str(profile.kind),
        label=profile.get_kind_display(),
        hint=profile.headline,
        firm_type=getattr(profile, "firm_type", None) or "",
        is_verified=profile.is_verified,
    )
