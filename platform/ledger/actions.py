"""`record` writes what happened and what must follow, in the caller's transaction."""

from typing import Any

from django.db import models, transaction

from ledger import handlers, tasks
from ledger.models import Event, Outbox


def record(
    *,
    verb: str,
    subject: models.Model | None = None,
    actor_id: int | None = None,
    codes: dict[str, Any] | None = None,
) -> Event:
    """Write one Event and an Outbox row per handler; kick the workers after the commit.

    Must run inside a transaction, so that state and record stand or fall together. `codes`
    holds ids and codes only, never personal text. A dead broker changes nothing: beat sweeps.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("ledger.record needs a transaction: wrap the action in atomic().")
    event = Event.objects.create(
        verb=verb,
        subject_kind=subject._meta.label_lower if subject else "",
        subject_id=subject.pk if subject else None,
        actor_id=actor_id,
        codes=codes or {},
    )
    owed = Outbox.objects.bulk_create(
        Outbox(event=event, handler=path) for path in handlers.paths_for(verb)
    )
    for row in owed:
        _kick_after_commit(row.pk)
    return event


def _kick_after_commit(outbox_id: int) -> None:
    transaction.on_commit(lambda: tasks.deliver.delay(outbox_id), robust=True)
