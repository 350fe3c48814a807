"""What is stored, and what a full run from nothing would store."""

from django.db import transaction

from matching import runs
from matching.models import IndexChange, IndexGeneration, TopMatches

List = tuple[list[int], list[int], int, int]
Lists = dict[tuple[str, int], List]
"""(side, owner) to ids, scores, kth and the weights' version."""


def stored(pairing: str) -> Lists:
    return {
        ("opening", row.opening_id) if row.opening_id else ("candidacy", row.candidacy_id): (
            row.ids,
            row.scores,
            row.kth,
            row.weights_version,
        )
        for row in TopMatches.objects.filter(pairing=pairing)
    }


def from_nothing(pairing: str) -> Lists:
    """As a full run stores them that knows of no list and no index; all is as before afterwards."""
    with transaction.atomic():
        for table in (TopMatches, IndexChange, IndexGeneration):
            table.objects.filter(pairing=pairing).delete()
        runs.run(pairing)
        found = stored(pairing)
        transaction.set_rollback(True)
    return found
