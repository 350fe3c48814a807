"""Whoever is signed in, as a Viewer."""

from django.contrib.auth.models import AnonymousUser

from profiles.models import Profile, User
from profiles.viewer import ANONYMOUS, Viewer


def viewer_of(user: User | AnonymousUser) -> Viewer:
    """Build the Viewer of an account, in one query; inactive accounts are strangers.

    A union, because an OR over the members of firms reads every profile there is.
    """
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    shown = Profile.objects.exclude(status=Profile.Status.HIDDEN).only(
        "kind", "country", "verified_at"
    )
    own = list(shown.filter(user=user).union(shown.filter(firm__members__user=user)))
    ids = frozenset(profile.pk for profile in own)
    return Viewer(
        user_id=user.pk,
        profile_ids=ids,
        verified_kinds=frozenset(str(profile.kind) for profile in own if profile.is_verified),
        countries=frozenset(str(profile.country) for profile in own if profile.country),
        is_staff=user.is_staff,
    )
