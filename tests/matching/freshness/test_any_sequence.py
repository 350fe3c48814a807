"""After any sequence of changes the stored lists are those of a full run from nothing."""

from random import Random
from typing import Any

import pytest
from django.db import transaction

from matching import runs
from matching.models import IndexChange
from matching.pairings import registry
from tests.full import FULL
from tests.matching.freshness.changing import Crowd
from tests.matching.freshness.lists import from_nothing, stored

pytestmark = pytest.mark.django_db
SEQUENCES = 100 if FULL else 3
"""Of each pairing."""
CHANGES = 14


@pytest.mark.parametrize("pairing", registry.all_pairings())
def test_lists_are_those_of_a_full_run(
    pairing: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "SHARD", 3)
    followed = full = 0
    for seed in range(SEQUENCES):
        random = Random(f"{pairing} {seed}")
        settings.MATCHES_STORED = random.choice([2, 3, 5, 40])
        with transaction.atomic():
            crowd = Crowd(pairing, random, openings=6, candidacies=7)
            runs.run(pairing)
            for _ in range(CHANGES):
                crowd.change()
            crowd.settle()
            expected = from_nothing(pairing)
            assert stored(pairing) == expected, f"sequence {seed}"
            followed += IndexChange.objects.filter(pairing=pairing).count()
            full += sum(kth > 0 for _, _, kth, _ in expected.values())
            transaction.set_rollback(True)
    assert followed > SEQUENCES
    assert full > SEQUENCES
