"""How long a statement waits for the other side's word, on the clock that outages stop."""

from datetime import timedelta

from matching.engagements.models import Agreement
from matching.introductions import clock, outages

ANSWER = timedelta(days=14)
REMINDER = timedelta(days=7)


def start(agreement: Agreement) -> None:
    """Say on the row (not saved) when its answer is due, and its reminder where none was sent."""
    other = agreement.engagement.party(agreement.by_id)
    pauses = outages.pauses_of(other, agreement.stated_at)
    agreement.due_at = clock.due(agreement.stated_at, ANSWER, pauses)
    reminder = clock.due(agreement.stated_at, REMINDER, pauses)
    agreement.remind_at = None if agreement.is_reminded else reminder
