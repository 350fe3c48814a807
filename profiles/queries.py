"""Whose profile one may edit, and who answers for one."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from profiles.models import Profile, User
from profiles.visibility import ProfileQuerySet

EDITORS = ("owner", "recruiter")
OWNERS = ("owner",)


def editable_by(user: User) -> ProfileQuerySet:
    """One's own profiles, and those of firms one acts for as more than a reader."""
    acts_for = Q(firm__members__user=user, firm__members__role__in=EDITORS)
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | acts_for)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def governed_by(user: User | int) -> ProfileQuerySet:
    """One's own profiles and the firms one owns: whose privacy one decides."""
    owned = Q(firm__members__user=user, firm__members__role="owner")
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | owned)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def together_with(profile: Profile) -> ProfileQuerySet:
    """The profile; of a person's own all that are theirs, since they mean themselves."""
    same = Q(user=profile.user_id) if profile.user_id else Q(pk=profile.pk)
    rows: ProfileQuerySet = Profile.objects.filter(same)
    return rows


def accounts_of(profile_ids: Collection[int], roles: Collection[str]) -> dict[int, list[int]]:
    """Profiles to the accounts that answer for them: a person's own, a firm's in these roles.

    Nobody answers for a hidden profile, and closed accounts for none.
    """
    shown = Profile.objects.filter(pk__in=profile_ids).exclude(status=Profile.Status.HIDDEN)
    persons = shown.exclude(kind=Profile.Kind.FIRM).filter(user__is_active=True)
    members = shown.filter(firm__members__role__in=roles, firm__members__user__is_active=True)
    found = defaultdict(list)
    for rows, account in ((persons, "user"), (members, "firm__members__user")):
        for profile, user in rows.order_by(account).values_list("pk", account):
            found[profile].append(user)
    return found
