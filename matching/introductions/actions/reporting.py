"""One of the two reports the other to programme staff, who say when they have looked at it."""

from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from matching.introductions.models import Introduction, Message, Report
from profiles.models import Profile

REPORTED = "introduction.reported"
REPORT_READ = "report.read"
REPORT_HANDLED = "report.handled"


@transaction.atomic
def report(
    *,
    introduction: Introduction,
    by: Profile,
    why: str,
    by_id: int | None,
    message: Message | None = None,
) -> Report:
    """Ask staff to look, at one message of the other side where it is given.

    Said twice, the first reason stays and nothing is recorded.
    """
    if by.pk not in (introduction.asker_id, introduction.asked_id):
        raise Introduction.DoesNotExist
    if message and (message.introduction_id != introduction.pk or message.sender_id == by.pk):
        raise Message.DoesNotExist
    said = {"why": Report.Why(why)}
    found, is_new = Report.objects.get_or_create(
        introduction=introduction, by=by, message=message, defaults=said
    )
    if is_new:
        _record(REPORTED, found, by_id)
    return found


@transaction.atomic
def read(*, found: Report, by_id: int | None) -> None:
    """Staff read what was reported: who did is recorded each time."""
    _record(REPORT_READ, found, by_id)


@transaction.atomic
def handle(*, found: Report, by_id: int | None) -> Report:
    """Staff have looked at it; done twice, the first time stays."""
    row = Report.objects.select_for_update().get(pk=found.pk)
    if row.handled_at is None:
        row.handled_at, row.handled_by_id = timezone.now(), by_id
        row.save(update_fields=["handled_at", "handled_by"])
        _record(REPORT_HANDLED, row, by_id)
    return row


def _record(verb: str, row: Report, by_id: int | None) -> None:
    codes = {"introduction": row.introduction_id, "by": row.by_id, "why": row.why}
    codes |= {"message": row.message_id} if row.message_id else {}
    record(verb=verb, subject=row, actor_id=by_id, codes=codes)
