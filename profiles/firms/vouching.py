"""What programme staff vouch for of a firm, in short phrases with the day of the check."""

from collections.abc import Iterable

from profiles.models import Profile


def vouched(profile: Profile) -> tuple[str, ...]:
    """Phrases such as "Registered, checked Nov 2026"."""
    return vouched_many([profile])[profile.pk]


def vouched_many(profiles: Iterable[Profile]) -> dict[int, tuple[str, ...]]:
    """The same of many, by their keys."""
    return {profile.pk: () for profile in profiles}
