"""Who is looking: ids only, built once per request for pages, API and admin alike."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from profiles.models import Profile, User


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reader and the roles they hold. `ANONYMOUS` is the stranger.

    profile_ids: own profiles and those of the firms one is a member of
    acting_profile_id: the profile spoken for now
    verified_kinds: kinds of those profiles that staff or an import verified
    countries: where those profiles are, for other people's silent exclusions
    """

    user_id: int | None = None
    profile_ids: frozenset[int] = frozenset()
    acting_profile_id: int | None = None
    verified_kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    is_staff: bool = False

    @property
    def is_verified(self) -> bool:
        return bool(self.verified_kinds)

    def owns(self, profile_id: int) -> bool:
        return profile_id in self.profile_ids


ANONYMOUS = Viewer()


def viewer_of(user: User | AnonymousUser, acting_profile_id: int | None = None) -> Viewer:
    """Build the Viewer of an account, in one query; inactive accounts are strangers."""
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    own = list(
        Profile.objects.filter(Q(user=user) | Q(firm__members__user=user))
        .exclude(status=Profile.Status.HIDDEN)
        .distinct()
        .order_by("pk")
    )
    ids = frozenset(profile.pk for profile in own)
    return Viewer(
        user_id=user.pk,
        profile_ids=ids,
        acting_profile_id=acting_profile_id if acting_profile_id in ids else min(ids, default=None),
        verified_kinds=frozenset(str(profile.kind) for profile in own if profile.is_verified),
        countries=frozenset(str(profile.country) for profile in own if profile.country),
        is_staff=user.is_staff,
    )
