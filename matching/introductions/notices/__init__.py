"""Who is told what of requests, messages, outages and consents, and how soon mail says so.

The side that acted knows already; the other side is told, by the names that it may read.
"""

from ledger.notices import Rhythm, tells

AT_ONCE, DAILY, NEVER = Rhythm.AT_ONCE, Rhythm.DAILY, Rhythm.NEVER
TOLD: dict[str, dict[str, Rhythm]] = {
    "requests": {
        "introduction.asked": AT_ONCE,
        "introduction.reminded": AT_ONCE,
        "introduction.accepted": AT_ONCE,
        "introduction.declined": AT_ONCE,
        "introduction.expired": AT_ONCE,
        "introduction.withdrawn": DAILY,
        "introduction.ended": DAILY,
        "introduction.lapsed": DAILY,
    },
    "messages": {"message.sent": AT_ONCE},
    "outages": {"outage.declared": DAILY, "outage.ended": DAILY},
    "consents": {"consent.given": DAILY},
    "reveals": {"consent.read": NEVER},
}
"""By the module that knows about them. That a consent was revoked is told to nobody."""


def tell_all() -> None:
    """Called from `AppConfig.ready`."""
    for module, verbs in TOLD.items():
        at = f"{__name__}.{module}"
        for verb, mail in verbs.items():
            tells(verb, recipients=f"{at}.recipients", lines=f"{at}.lines", mail=mail)
