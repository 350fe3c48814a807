"""Propose, book, move, cancel, say how it went: each in one transaction with its event."""

from matching.engagements.sessions.actions.answering import book, cancel
from matching.engagements.sessions.actions.elapsing import excuse, lapse, remind
from matching.engagements.sessions.actions.holding import hold, miss
from matching.engagements.sessions.actions.proposing import Proposal, counter, move, propose

__all__ = [
    "Proposal",
    "book",
    "cancel",
    "counter",
    "excuse",
    "hold",
    "lapse",
    "miss",
    "move",
    "propose",
    "remind",
]
