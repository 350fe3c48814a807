"""Whose profile one may edit."""

from django.db.models import Q

from profiles.models import Profile, User
from profiles.visibility import ProfileQuerySet

EDITORS = ("owner", "recruiter")


def editable_by(user: User) -> ProfileQuerySet:
    """One's own profiles, and those of firms one acts for as more than a reader."""
    acts_for = Q(firm__members__user=user, firm__members__role__in=EDITORS)
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | acts_for)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def governed_by(user: User) -> ProfileQuerySet:
    """One's own profiles and the firms one owns: whose privacy one decides."""
    owned = Q(firm__members__user=user, firm__members__role="owner")
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | owned)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def together_with(profile: Profile) -> ProfileQuerySet:
    """The profile; of a person's own all that are theirs, since they mean themselves."""
    same = Q(user=profile.user_id) if profile.user_id else Q(pk=profile.pk)
    rows: ProfileQuerySet = Profile.objects.filter(same)
    return rows
