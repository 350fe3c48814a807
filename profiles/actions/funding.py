"""What kinds of rounds an investor funded, as counted on the floor of matching: never by hand."""

from collections.abc import Sequence

from django.db import transaction

from ledger.actions import record
from profiles.models import Profile

PROFILE_FUNDED = "profile.funded"


@transaction.atomic
def set_funded(*, profile: Profile, kinds: Sequence[str]) -> bool:
    """Set the kinds that are told; whether that is news. The event does not say which they are.

    The caller holds the row since before it counted.
    """
    changed = write_funded(profile=profile, kinds=kinds)
    if changed:
        record(verb=PROFILE_FUNDED, subject=profile)
    return changed


@transaction.atomic
def write_funded(*, profile: Profile, kinds: Sequence[str]) -> bool:
    """The same without an event, for a file: of that there is one for all its rows."""
    if profile.funded == list(kinds):
        return False
    profile.funded = list(kinds)
    profile.save(update_fields=["funded"])
    return True
