"""Who is told what of engagements, and how soon mail says so.

The side that acted knows already; the other side is told, by the names that it may read.
"""

from ledger.notices import Rhythm, tells

AT_ONCE, DAILY = Rhythm.AT_ONCE, Rhythm.DAILY
TOLD: dict[str, dict[str, Rhythm]] = {
    "statements": {
        "engagement.stated": AT_ONCE,
        "engagement.reminded": AT_ONCE,
        "engagement.confirmed": AT_ONCE,
        "engagement.noted": DAILY,
        "engagement.refused": DAILY,
        "engagement.withdrawn": DAILY,
        "engagement.expired": DAILY,
        "engagement.completed": DAILY,
        "engagement.ended": DAILY,
        "engagement.lapsed": DAILY,
    },
}
"""By the module that knows about them."""


def tell_all() -> None:
    """Called from `AppConfig.ready`."""
    for module, verbs in TOLD.items():
        at = f"{__name__}.{module}"
        for verb, mail in verbs.items():
            tells(verb, recipients=f"{at}.recipients", lines=f"{at}.lines", mail=mail)
