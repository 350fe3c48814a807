"""Ask to meet, answer, withdraw, end, block, run out: each in one transaction with its event."""

from matching.introductions.actions.answering import accept, decline, end, withdraw
from matching.introductions.actions.asking import ASKED, Asking, ask
from matching.introductions.actions.blocking import block
from matching.introductions.actions.elapsing import REMINDED, expire, lapse, remind
from matching.introductions.actions.reporting import REPORTED, handle, report

__all__ = [
    "ASKED",
    "REMINDED",
    "REPORTED",
    "Asking",
    "accept",
    "ask",
    "block",
    "decline",
    "end",
    "expire",
    "handle",
    "lapse",
    "remind",
    "report",
    "withdraw",
]
