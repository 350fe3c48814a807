"""Two profiles never meet again, or may."""

from django.db import transaction

from ledger.actions import record
from matching.models import Exclusion
from profiles.actions import consents
from profiles.models import Profile
from profiles.queries import together_with

EXCLUSION_ADDED = "exclusion.added"
EXCLUSION_LIFTED = "exclusion.lifted"

BY_ONESELF = (Exclusion.Reason.BLOCKED, Exclusion.Reason.NOT_FOR_ME)
"""What one decided alone and may undo alone."""


@transaction.atomic
def exclude(
    *,
    a: Profile,
    b: Profile,
    reason: Exclusion.Reason,
    by_id: int | None,
    because: Exclusion.Because | None = None,
) -> Exclusion:
    """`a` and `b` never meet again; said twice, the first reason stays and nothing is recorded.

    What `a` let `b` read is taken back. What `b` gave stays in b's list, or its end would tell of
    this; it opens no page any more. Only where staff set the two apart both are taken back.
    """
    said = {"reason": reason, "because": because or ""}
    exclusion, is_new = Exclusion.objects.get_or_create(a=a, b=b, defaults=said)
    if is_new:
        _record_exclusion(EXCLUSION_ADDED, exclusion, by_id)
    consents.revoke(owner=a, to=b, by_id=by_id)
    if reason == Exclusion.Reason.STAFF:
        consents.revoke(owner=b, to=a, by_id=by_id)
    return exclusion


@transaction.atomic
def lift_exclusion(*, exclusion: Exclusion, by_id: int | None) -> None:
    """The two may meet again, unless the other one excluded them too."""
    _record_exclusion(EXCLUSION_LIFTED, exclusion, by_id)
    exclusion.delete()


@transaction.atomic
def never_meet(*, profile: Profile, other: Profile, by_id: int | None) -> None:
    """The person, in each of their own roles, and the other party never meet again."""
    for own in together_with(profile).exclude(pk=other.pk):
        exclude(a=own, b=other, reason=Exclusion.Reason.BLOCKED, by_id=by_id)


@transaction.atomic
def meet_again(*, profile: Profile, other: Profile, by_id: int | None) -> int:
    """Undo it for each of the person's own roles; returns how many exclusions were lifted."""
    own = together_with(profile).values("pk")
    undone = list(Exclusion.objects.filter(a__in=own, b=other, reason__in=BY_ONESELF))
    for exclusion in undone:
        lift_exclusion(exclusion=exclusion, by_id=by_id)
    return len(undone)


def _record_exclusion(verb: str, exclusion: Exclusion, by_id: int | None) -> None:
    codes = {"a": exclusion.a_id, "b": exclusion.b_id, "reason": exclusion.reason}
    if exclusion.because:
        codes["because"] = exclusion.because
    record(verb=verb, subject=exclusion, actor_id=by_id, codes=codes)
