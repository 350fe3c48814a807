"""State what came of it, confirm, change, complete, end: each in one transaction with its event."""

from matching.engagements.actions.answering import confirm, refuse, withdraw
from matching.engagements.actions.elapsing import expire, lapse, remind
from matching.engagements.actions.ending import end
from matching.engagements.actions.stating import Said, begin, change, complete

__all__ = [
    "Said",
    "begin",
    "change",
    "complete",
    "confirm",
    "end",
    "expire",
    "lapse",
    "refuse",
    "remind",
    "withdraw",
]
