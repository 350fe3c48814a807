"""Who is told what of answers to tenders, and how soon mail says so.

The side that acted knows already. A company reads an alias here wherever it reads one on the board.
"""

from ledger.notices import Rhythm, tells

AT_ONCE, DAILY = Rhythm.AT_ONCE, Rhythm.DAILY
TOLD: dict[str, Rhythm] = {
    "answer.sent": DAILY,
    "answer.shortlisted": DAILY,
    "answer.awarded": AT_ONCE,
    "answer.declined": DAILY,
    "answer.closed": DAILY,
    "answer.withdrawn": DAILY,
}
"""That an answer is off the shortlist again is told to nobody: nothing is decided by it."""


def tell_all() -> None:
    """Called from `AppConfig.ready`."""
    at = f"{__name__}.answers"
    for verb, mail in TOLD.items():
        tells(verb, recipients=f"{at}.recipients", lines=f"{at}.lines", mail=mail)
