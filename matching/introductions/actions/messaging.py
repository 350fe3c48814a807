"""The two write to each other once they are introduced, and each account reads."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ledger.actions import record
from ledger.models import Event
from ledger.telling import mark_read_of
from matching.introductions.actions.rows import locked
from matching.introductions.languages import language_of
from matching.introductions.models import Introduction, Message, ReadMark
from matching.moves import RefusedError
from matching.queries.exclusions import apart_among
from profiles.models import Profile

MESSAGE_SENT = "message.sent"


@dataclass(frozen=True, slots=True)
class Writing:
    """What one writes. public_id comes with the form, so that sent twice it is sent once."""

    public_id: UUID
    text: str


@transaction.atomic
def send(*, introduction: Introduction, by: Profile, said: Writing, by_id: int | None) -> Message:
    """One of the two writes to the other. Raises RefusedError with what stands in the way.

    The introduction is held, so that a thread has one order, and nothing is sent once it is over.
    """
    row = locked(introduction.pk)
    if row is None or by.pk not in (row.asker_id, row.asked_id):
        raise Introduction.DoesNotExist
    known: Message | None = Message.objects.filter(public_id=said.public_id).first()
    if known is not None:
        return _sent_before(known, row, by)
    _check_open(row)
    message = Message.objects.create(
        public_id=said.public_id,
        introduction=row,
        sender=by,
        author_id=by_id,
        text=said.text,
        language=language_of(said.text, by.language),
    )
    codes = {"introduction": row.pk, "from": by.pk, "to": row.party(by.pk).pk}
    record(verb=MESSAGE_SENT, subject=message, actor_id=by_id, codes=codes)
    return message


def _sent_before(known: Message, row: Introduction, by: Profile) -> Message:
    if (known.introduction_id, known.sender_id) != (row.pk, by.pk):
        raise Introduction.DoesNotExist
    return known


def _check_open(row: Introduction) -> None:
    """Accepted and not over, also where whatever ends it has not been heard of yet."""
    if row.state != Introduction.State.ACCEPTED:
        said = {"now": row.get_state_display()}
        raise RefusedError(_("This introduction is “%(now)s” now. Nothing was sent.") % said)
    is_gone = row.asker.is_hidden or row.asked.is_hidden
    if is_gone or apart_among([row.candidacy_id], row.opening):
        raise RefusedError(_("One of you is not to be met here any more. Nothing was sent."))


@transaction.atomic(savepoint=False)
def read_until(*, newest: Message, user_id: int) -> int:
    """This account has read the thread so far; returns how many notifications that settled."""
    ReadMark.objects.bulk_create(
        [ReadMark(user_id=user_id, introduction_id=newest.introduction_id, read_until=newest)],
        update_conflicts=True,
        unique_fields=["user", "introduction"],
        update_fields=["read_until"],
    )
    of_thread = {"verb": MESSAGE_SENT, "codes__introduction": newest.introduction_id}
    return mark_read_of(user_id=user_id, events=Event.objects.filter(**of_thread))
