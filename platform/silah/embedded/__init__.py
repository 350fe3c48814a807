"""A real PostgreSQL and a real Valkey from wheels, for `make demo` and `make test`.

    with attach("demo"):
        ...  # DATABASE_URL, REDIS_URL, SECRET_KEY, SILAH_STATE, NUMBA_CACHE_DIR are in os.environ

What the environment already names always wins, each on its own. A file lock decides who owns the
servers of this checkout; whoever comes second attaches to them and never stops them.
"""

from silah.embedded.errors import EmbeddedError
from silah.embedded.servers import Servers, attach

__all__ = ["EmbeddedError", "Servers", "attach"]
