"""Who acts for a firm is another now: nobody meets their own firm, so its matches follow."""

from collections.abc import Iterable

from django.db import transaction

from ledger.actions import record
from profiles.models import Profile

FIRM_MEMBERS = "firm.members"


@transaction.atomic
def members_changed(*, firms: Iterable[int | None], by_id: int | None) -> None:
    """firms: keys; `None`, of a row that is new, is none. The event does not say who they are."""
    for profile in Profile.objects.filter(pk__in={key for key in firms if key}).order_by("pk"):
        record(verb=FIRM_MEMBERS, subject=profile, actor_id=by_id)
