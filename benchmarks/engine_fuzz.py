"""`python -m benchmarks.engine_fuzz PAIRS SEED`: so many random pairs of the shipped pairings.

Prints how many were compared, and how many lists of a kernel differ from the oracle's.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
django.setup()

from matching.pairings.registry import all_pairings  # noqa: E402  pairings are there after the setup
from tests.matching.engine.fuzz import run  # noqa: E402

PAIRS, SEED = map(int, sys.argv[1:])
counts = run(PAIRS, SEED, {slug: each.criteria for slug, each in all_pairings().items()}).values()
print(sum(count.pairs for count in counts), sum(len(count.mismatches) for count in counts))
