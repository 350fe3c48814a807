"""Delivery of the outbox and of mail: at least once, a row never by two workers at a time."""

from celery import shared_task
from django.db import transaction

from ledger import handlers, posting
from ledger.models import Mail, Outbox, OutboxQuerySet

MOST_AT_ONCE = 1000


@shared_task
def deliver(outbox_id: int) -> None:
    """Run the handler that this row owes, together with all other fresh rows of that handler.

    A second delivery of a done row does nothing. A row that failed before is tried alone, so
    that one bad event cannot hold up the others for ever.
    """
    with transaction.atomic():
        row = _pending().filter(pk=outbox_id).first()
        if row is not None:
            _run(row.handler, [row] if row.attempts else _fresh(row))


def _pending() -> OutboxQuerySet:
    rows = Outbox.objects.filter(state=Outbox.State.PENDING).select_related("event")
    return rows.select_for_update(skip_locked=True, of=("self",))


def _fresh(row: Outbox) -> list[Outbox]:
    rows = _pending().filter(handler=row.handler, attempts=0).order_by("pk")
    return list(rows[:MOST_AT_ONCE])


def _run(handler: str, rows: list[Outbox]) -> None:
    try:
        with transaction.atomic():
            handlers.at(handler)([row.event for row in rows])
    except Exception as error:
        for row in rows:
            row.fail(error)
    else:
        for row in rows:
            row.succeed()


@shared_task
def sweep_outbox() -> int:
    """Deliver what a lost kick left behind. Returns how many rows were due."""
    due = list(Outbox.objects.due().order_by("due_at").values_list("pk", flat=True)[:MOST_AT_ONCE])
    for outbox_id in due:
        deliver(outbox_id)
    return len(due)


@shared_task
def send_mail(mail_id: int) -> bool:
    """Send one mail that still waits; whether it went out. A second run does nothing."""
    return bool(posting.has_transport() and _send(mail_id))


def _send(mail_id: int) -> bool | None:
    """Whether the server took it; `None` where another worker sends it, or did."""
    with transaction.atomic():
        row = Mail.objects.pending().select_for_update(skip_locked=True).filter(pk=mail_id).first()
        return None if row is None else posting.post(row)


@shared_task
def sweep_mail() -> int:
    """Send what a lost kick or a dead mail server left behind; returns how many went out.

    The first that is refused ends the sweep, so that a dead server is asked once and not for
    every mail; its pause lets the others go first next time. One that another worker holds was
    not refused, and is passed over.
    """
    if not posting.has_transport():
        return 0
    due = Mail.objects.due().values_list("pk", flat=True)[:MOST_AT_ONCE]
    sent = 0
    for mail_id in list(due):
        taken = _send(mail_id)
        if taken is False:
            break
        sent += taken is True
    return sent
