"""How a profile answers requests, as measured on the floor of introductions: never by hand."""

from django.db import transaction

from ledger.actions import record
from profiles.models import Profile

PROFILE_ANSWERING = "profile.answering"


@transaction.atomic
def set_answering(*, profile: Profile, answers: int | None) -> bool:
    """Set one of Profile.Answering, or `None` for not known; whether that is news.

    The caller holds the row since before it measured.
    """
    if profile.answers == answers:
        return False
    profile.answers = answers
    profile.save(update_fields=["answers"])
    record(verb=PROFILE_ANSWERING, subject=profile, codes={"answers": answers})
    return True
