"""Whoever is signed in, as a Viewer."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from profiles.models import Profile, User
from profiles.viewer import ANONYMOUS, Viewer


def viewer_of(user: User | AnonymousUser, *, acting: str = "") -> Viewer:
    """Build the Viewer of an account, in one query; inactive accounts are strangers.

    acting: public id of the profile that the person chose to act as; one that is not (or no
    longer) theirs counts for nothing, and the oldest of their own is taken.
    """
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    own = list(
        Profile.objects.filter(Q(user=user) | Q(firm__members__user=user))
        .exclude(status=Profile.Status.HIDDEN)
        .distinct()
        .order_by("pk")
    )
    chosen = next((profile for profile in own if str(profile.public_id) == acting), None)
    acting_as = chosen or next(iter(own), None)
    return Viewer(
        user_id=user.pk,
        profile_ids=frozenset(profile.pk for profile in own),
        acting_profile_id=acting_as.pk if acting_as else None,
        verified_kinds=frozenset(str(profile.kind) for profile in own if profile.is_verified),
        countries=frozenset(str(profile.country) for profile in own if profile.country),
        is_staff=user.is_staff,
    )
