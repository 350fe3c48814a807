"""What each choice of an account means: which verbs mail tells at once, and which once a day."""

from ledger.notices import Rhythm, verbs
from profiles.models import User

Notices = User.Notices


def told_at_once(notices: str) -> frozenset[str]:
    """The verbs of which mail goes out as soon as they happen."""
    if notices == Notices.USUAL:
        return verbs(Rhythm.AT_ONCE)
    return _all() if notices == Notices.AT_ONCE else frozenset()


def told_daily(notices: str) -> frozenset[str]:
    """The verbs that wait for the morning."""
    if notices == Notices.USUAL:
        return verbs(Rhythm.DAILY)
    return _all() if notices == Notices.DAILY else frozenset()


def _all() -> frozenset[str]:
    """What is told by mail at all; the rest stands on the page alone."""
    return verbs(Rhythm.AT_ONCE, Rhythm.DAILY)
