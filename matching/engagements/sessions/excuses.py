"""Whether an outage kept somebody from a session, known then or declared afterwards."""

from matching.engagements.models import Session
from matching.introductions import outages
from profiles.models import Profile


def is_excused(profile: Profile, session: Session) -> bool:
    """Whether one is declared for their governorate at the session's start."""
    at = session.starts_at
    if at is None:
        return False
    return any(begins <= at for begins, _ends in outages.pauses_of(profile, at))
