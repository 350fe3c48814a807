"""The link that stops the letters to one account."""

from ledger.stopping import StopLink
from profiles.models import User

LETTERS = StopLink(
    route="stop-notices",
    salt="profiles.letters",
    page="notifications/stop.html",
    bad_link="notifications/bad_link.html",
)


def token_of(user: User) -> str:
    return LETTERS.token_of(user.pk)


def stop_url(user: User) -> str:
    return LETTERS.url_of(user.pk)
