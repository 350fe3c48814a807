"""`python -m benchmarks.engine_stored ROWS`: store a list for each of so many openings, twice.

The openings of DATABASE_URL are copied until there are as many. Prints the seconds of both times.
"""

import json
import os
import sys
from functools import partial

import django
import numpy as np
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
django.setup()

from benchmarks.crowd import grow  # noqa: E402  models are there after the setup
from benchmarks.timing import seconds  # noqa: E402
from matching.models import Opening, TopMatches  # noqa: E402
from matching.runs import SHARD  # noqa: E402
from matching.storing import Ranked, store  # noqa: E402


def main(rows: int) -> list[float]:
    grow(1, rows)
    TopMatches.objects.all().delete()
    ids = Opening.objects.order_by("pk").values_list("pk", flat=True)[:rows]
    lists = [_list(np.random.default_rng(id_), id_) for id_ in ids]
    taken = [seconds(partial(_store, lists, generation)) for generation in ("1", "2")]
    if TopMatches.objects.filter(generation="2").count() != rows:
        raise RuntimeError("Not every list was stored.")
    return taken


def _list(rng: np.random.Generator, id_: int) -> Ranked:
    """As long as the product's lists are."""
    scores = np.sort(rng.integers(0, 1_000_000, settings.MATCHES_STORED))[::-1].tolist()
    ids = rng.integers(1, 1 << 33, settings.MATCHES_STORED).tolist()
    return Ranked(id_, ids, scores, scores[-1])


def _store(lists: list[Ranked], generation: str) -> None:
    for start in range(0, len(lists), SHARD):
        store(
            lists[start : start + SHARD],
            side="opening",
            pairing="hiring",
            generation=generation,
            weights_version=1,
        )


print(json.dumps(main(int(sys.argv[1]))))
