"""Two profiles never meet again, or may."""

from django.db import transaction

from ledger.actions import record
from matching.models import Exclusion
from profiles.models import Profile

EXCLUSION_ADDED = "exclusion.added"
EXCLUSION_LIFTED = "exclusion.lifted"


@transaction.atomic
def exclude(*, a: Profile, b: Profile, reason: Exclusion.Reason, by_id: int | None) -> Exclusion:
    """`a` and `b` never meet again; said twice, the first reason stays and nothing is recorded."""
    exclusion, is_new = Exclusion.objects.get_or_create(a=a, b=b, defaults={"reason": reason})
    if is_new:
        _record_exclusion(EXCLUSION_ADDED, exclusion, by_id)
    return exclusion


@transaction.atomic
def lift_exclusion(*, exclusion: Exclusion, by_id: int | None) -> None:
    """The two may meet again, unless the other one excluded them too."""
    _record_exclusion(EXCLUSION_LIFTED, exclusion, by_id)
    exclusion.delete()


def _record_exclusion(verb: str, exclusion: Exclusion, by_id: int | None) -> None:
    codes = {"a": exclusion.a_id, "b": exclusion.b_id, "reason": exclusion.reason}
    record(verb=verb, subject=exclusion, actor_id=by_id, codes=codes)
