"""Answer a tender, choose among the answers, take one back: each in one transaction."""

from matching.tenders.actions.answering import SENT, Answering, answer
from matching.tenders.actions.choosing import award, decline, shortlist, unshortlist
from matching.tenders.actions.ending import close, withdraw

__all__ = [
    "SENT",
    "Answering",
    "answer",
    "award",
    "close",
    "decline",
    "shortlist",
    "unshortlist",
    "withdraw",
]
