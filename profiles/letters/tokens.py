"""The link in a letter that stops them without logging in: whoever holds it can do nothing else."""

from django.core.signing import BadSignature, Signer

from profiles.models import User

_signer = Signer(salt="profiles.letters")


def token_of(user: User) -> str:
    return _signer.sign(str(user.pk))


def account_in(token: str) -> int | None:
    """The key of the account that a token is about; `None` where it was not made by us."""
    try:
        return int(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
