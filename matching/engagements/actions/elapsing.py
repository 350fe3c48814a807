"""What nobody decides by hand: reminders, no answer in time, an introduction that is over."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from matching.engagements.actions.answering import dropped
from matching.engagements.actions.ending import over
from matching.engagements.actions.rows import held, record_of
from matching.engagements.models import Agreement, Engagement
from matching.engagements.moves import Move, refusal
from matching.introductions.models import Introduction

Because = Engagement.Because


@transaction.atomic
def expire(*, agreement: Agreement, now: datetime) -> bool:
    """Nobody answered in time; whether that is still so. Another worker's turn changes nothing."""
    found = held(agreement.engagement)
    stated = found.waiting
    if stated is None or stated.pk != agreement.pk or stated.due_at is None or stated.due_at > now:
        return False
    dropped(found, Agreement.State.EXPIRED, "expired", None, None)
    return True


@transaction.atomic
def remind(*, agreement: Agreement, now: datetime) -> bool:
    """Half of the time has run; whether a reminder was due."""
    found = held(agreement.engagement)
    stated = found.waiting
    if stated is None or stated.pk != agreement.pk:
        return False
    if stated.remind_at is None or stated.remind_at > now:
        return False
    stated.is_reminded, stated.remind_at = True, None
    stated.save(update_fields=["is_reminded", "remind_at"])
    record_of("reminded", found.row, None, by=stated.by, agreement=stated.pk, kind=stated.kind)
    return True


@transaction.atomic
def lapse(*, engagement: Engagement) -> bool:
    """Its introduction is over, so it is too; whether it was live.

    What was only stated comes to nothing. Neither side is told whose doing it was, unless one of
    them ended the introduction and said why.
    """
    found = held(engagement)
    if refusal(found.row, found.waiting, Move.LAPSE):
        return False
    if found.row.state == Engagement.State.STATED:
        dropped(found, Agreement.State.WITHDRAWN, "withdrawn", None, None)
        return True
    over(found, _because(found.row.introduction), timezone.localdate())
    record_of("lapsed", found.row, None)
    return True


def _because(introduction: Introduction) -> Engagement.Because:
    """The reason that was given for the introduction's end, as far as both have it."""
    if introduction.state != Introduction.State.ENDED:
        return Because.GONE
    given = introduction.because
    return Because(given) if given in Because.values else Because.OTHER
