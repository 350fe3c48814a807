"""Ask to meet, answer, write, end, block, run out: each in one transaction with its event."""

from matching.introductions.actions.answering import accept, decline, end, withdraw
from matching.introductions.actions.asking import ASKED, Asking, ask
from matching.introductions.actions.blocking import block
from matching.introductions.actions.elapsing import REMINDED, expire, lapse, remind
from matching.introductions.actions.messaging import MESSAGE_SENT, Writing, read_until, send
from matching.introductions.actions.reporting import REPORTED, handle, read, report
from matching.introductions.actions.settling import MADE, come_true, introduce, settle

__all__ = [
    "ASKED",
    "MADE",
    "MESSAGE_SENT",
    "REMINDED",
    "REPORTED",
    "Asking",
    "Writing",
    "accept",
    "ask",
    "block",
    "come_true",
    "decline",
    "end",
    "expire",
    "handle",
    "introduce",
    "lapse",
    "read",
    "read_until",
    "remind",
    "report",
    "send",
    "settle",
    "withdraw",
]
