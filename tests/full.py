"""Which form of the long tests runs."""

import os

FULL = bool(os.environ.get("SILAH_FULL"))
"""`make check` runs them in full, `make test` in short."""
