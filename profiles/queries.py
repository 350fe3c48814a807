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
