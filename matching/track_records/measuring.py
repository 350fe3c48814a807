"""Which kinds of rounds somebody funded, as codes on the profile that count in its matches."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from django.db import transaction

from matching.pairings.deeds import told
from matching.track_records.models import PastInvestment
from profiles.actions import set_funded
from profiles.models import Profile


def hold(profile_ids: Iterable[int]) -> list[Profile]:
    """These profiles, by key, until the transaction ends: nobody else counts them meanwhile."""
    rows = Profile.objects.select_for_update(no_key=True).filter(pk__in=set(profile_ids))
    return list(rows.only("funded").order_by("pk"))


@transaction.atomic
def measure(profile_ids: Iterable[int], write: Callable[..., bool] = set_funded) -> list[int]:
    """Bring the codes of these profiles up to date; returns the keys of those that changed.

    The profiles are held before their rounds are read: a newer count is never undone.
    """
    profiles = hold(profile_ids)
    found = told_of([profile.pk for profile in profiles])
    return [each.pk for each in profiles if write(profile=each, kinds=found.get(each.pk, []))]


def told_of(profile_ids: Collection[int]) -> dict[int, list[str]]:
    """By profile, the codes that its rounds tell of, in one query; who has none is not in it."""
    rounds: dict[int, list[list[str]]] = defaultdict(list)
    for row in PastInvestment.objects.standing().filter(profile__in=profile_ids):
        rounds[row.profile_id].append(row.kinds)
    return {key: told(found) for key, found in rounds.items()}
