"""The page behind the link that stops the letters to an account."""

from profiles.letters.tokens import LETTERS
from profiles.models import User
from profiles.preferences import set_notices


def _stopped(key: str, stops: bool) -> bool:
    user = User.objects.filter(pk=key).first()
    if stops and user is not None:
        set_notices(user=user, notices=User.Notices.NEVER)
    return user is None or user.notices == User.Notices.NEVER


stop_notices = LETTERS.view(_stopped)
