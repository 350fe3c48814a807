"""The link in a mail that stops it without logging in: whoever holds it can do nothing else."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

from matching.models import SavedSearch

_signer = Signer(salt="matching.saved.alerts")


def token_of(search: SavedSearch) -> str:
    return _signer.sign(search.public_id.hex)


def id_in(token: str) -> UUID | None:
    """The public id of the search that a token is about; `None` where it was not made by us."""
    try:
        return UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
