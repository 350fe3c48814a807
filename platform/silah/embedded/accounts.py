"""PostgreSQL refuses to run as root, so root runs it as `nobody`."""

import os
import pwd
from dataclasses import dataclass

from silah.embedded.errors import EmbeddedError


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int


def here() -> Account:
    return Account(os.geteuid(), os.getegid())


def for_postgres() -> Account:
    """The account that PostgreSQL runs as: this one, or `nobody` where this one is root."""
    if os.geteuid() != 0:
        return here()
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise EmbeddedError(
            "PostgreSQL does not run as root and this machine has no user `nobody`: "
            "run as an ordinary user, or set DATABASE_URL."
        ) from None
    return Account(nobody.pw_uid, nobody.pw_gid)
