"""Whoever is signed in, as a Viewer."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from profiles.models import Profile, User
from profiles.viewer import ANONYMOUS, Viewer


def viewer_of(user: User | AnonymousUser) -> Viewer:
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
        verified_kinds=frozenset(str(profile.kind) for profile in own if profile.is_verified),
        countries=frozenset(str(profile.country) for profile in own if profile.country),
        excluded_countries=frozenset(
            code for profile in own for code in profile.excluded_countries
        ),
        is_staff=user.is_staff,
    )
