"""Which form of the long tests runs."""

import os

FULL = bool(os.environ.get("SILAH_FULL"))
"""`make check` runs them in full, `make test` in short."""
PEOPLE = int(os.environ.get("SILAH_PEOPLE", "12000"))
"""How many the kill test invents; `make torture` takes a million."""
