"""An account has done a step, or has not after all. Said twice, nothing changes."""

from collections.abc import Collection

from django.db import transaction

from grants.models import SetupTick
from ledger.actions import record

TICKED, UNTICKED = "setup.ticked", "setup.unticked"


@transaction.atomic
def tick(*, steps: Collection[str], by_id: int) -> None:
    for step in steps:
        row, is_new = SetupTick.objects.get_or_create(user_id=by_id, step=step)
        if is_new:
            record(verb=TICKED, subject=row, actor_id=by_id, codes={"step": step})


@transaction.atomic
def untick(*, step: str, by_id: int) -> None:
    for row in SetupTick.objects.select_for_update().filter(user=by_id, step=step):
        record(verb=UNTICKED, subject=row, actor_id=by_id, codes={"step": step})
        row.delete()
