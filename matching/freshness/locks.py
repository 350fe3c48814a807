"""Who waits for whom, kept by PostgreSQL until the transaction ends."""

from django.db import connection

ALONE = "SELECT pg_advisory_xact_lock(hashtext(%s))"
TOGETHER = "SELECT pg_advisory_xact_lock_shared(hashtext(%s))"


def hold_lists(pairing: str) -> None:
    """Nobody else changes a party, stores a list or publishes an index of this pairing."""
    _lock(ALONE, f"lists {pairing}")


def share_lists(pairing: str) -> None:
    """Others may store lists of this pairing too; nobody changes a party or publishes an index."""
    _lock(TOGETHER, f"lists {pairing}")


def hold_index(pairing: str) -> None:
    """Nobody else builds an index of this pairing; lists are changed and stored meanwhile."""
    _lock(ALONE, f"index {pairing}")


def _lock(how: str, what: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(how, [what])
