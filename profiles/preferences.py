"""How an account wants to be spoken to."""

from django.db import transaction

from ledger.actions import record
from profiles.models import User

PREFERENCES_SET = "account.preferences_set"


@transaction.atomic
def set_preferences(*, user: User, language: str, time_zone: str) -> User:
    """Language of mail and time zone; the profiles keep the zones that they have."""
    user.language, user.time_zone = language, time_zone
    user.save(update_fields=["language", "time_zone"])
    record(verb=PREFERENCES_SET, subject=user, actor_id=user.pk, codes={"language": language})
    return user
