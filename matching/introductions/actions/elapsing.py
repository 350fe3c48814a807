"""What nobody decides by hand: reminders, an answer that never came, a party that is gone."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from matching.introductions import outages
from matching.introductions.actions.rows import hide, locked, record_of, save
from matching.introductions.clock import REMINDERS
from matching.introductions.models import Introduction
from matching.introductions.moves import MOVES, Move

REMINDED = "introduction.reminded"

State = Introduction.State


@transaction.atomic
def expire(*, introduction: Introduction, now: datetime) -> bool:
    """Nobody answered in time; whether that is still so. Another worker's turn changes nothing."""
    row = locked(introduction.pk)
    if row is None or row.state != State.WAITING or row.due_at is None or row.due_at > now:
        return False
    row.state = State.EXPIRED
    hide(row, None)
    save(row, Move.EXPIRE, None)
    return True


@transaction.atomic
def remind(*, introduction: Introduction, now: datetime) -> bool:
    """A day has passed on the clock; whether a reminder was due."""
    row = locked(introduction.pk)
    if row is None or row.state != State.WAITING or row.remind_at is None or row.remind_at > now:
        return False
    row.reminders = min(row.reminders + 1, len(REMINDERS))
    outages.set_clock(row)
    row.save(update_fields=["reminders", "remind_at", "due_at"])
    record_of(REMINDED, row, None, nth=row.reminders)
    return True


@transaction.atomic
def lapse(*, introduction: Introduction, because: str = "") -> bool:
    """The two are not to meet any more; whether it was live. Neither side is told whose doing.

    because: said where it tells nothing of a person, as that the place is taken
    """
    row = locked(introduction.pk)
    if row is None or row.state not in MOVES[Move.LAPSE].starts:
        return False
    row.state = State.LAPSED
    row.ended_at = timezone.now()
    row.because = Introduction.Because(because) if because else ""
    hide(row, None)
    save(row, Move.LAPSE, None)
    return True
