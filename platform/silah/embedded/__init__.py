"""A real PostgreSQL and a real Valkey from wheels, for `make demo` and `make test`.

    with attach("demo"):
        ...  # DATABASE_URL, REDIS_URL, SECRET_KEY, SILAH_STATE, NUMBA_CACHE_DIR are in os.environ

What the environment already names always wins, each on its own. A file lock decides who owns the
servers of this checkout; whoever comes second attaches to them and never stops them.
"""

from silah.embedded.errors import EmbeddedError
from silah.embedded.servers import Servers, attach

__all__ = ["UNUSED", "EmbeddedError", "Servers", "attach"]

# Settings for a command that reads code only: well-formed, and nothing answers there.
UNUSED = {
    "DATABASE_URL": "postgresql://unused@unused.invalid/unused",
    "REDIS_URL": "redis://unused.invalid/0",
    "SECRET_KEY": "unused",
}
