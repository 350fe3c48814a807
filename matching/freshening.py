"""The shortest exact way to fresh lists: a few parties, a small pairing at once, or a Job."""

from matching import facts, runs, tasks
from matching.freshness.applying import Parties, apply
from matching.generations import NoGenerationError
from matching.pairings import registry

FEW = 1000
"""Changed parties that are taken in turn: as many as one delivery brings."""
SMALL = 20_000
"""Parties of a pairing that is run here and now: it takes seconds."""
MOST_CHANGED = 3000
"""Changed parties beside an index: each change reads them all, and more would be felt."""


def follow(pairing: str, parties: Parties) -> None:
    """Bring lists in line with some changed parties; with many, or without an index, everyone's."""
    if sum(map(len, parties.values())) > FEW:
        index_everyone(pairing)
        return
    try:
        applied = apply(registry.get(pairing), parties)
    except NoGenerationError:
        index_everyone(pairing)
        return
    if not applied.is_whole:
        score_everyone(pairing)
    elif applied.changed > MOST_CHANGED and not tasks.is_under_way(pairing):
        index_everyone(pairing)


def index_everyone(pairing: str) -> None:
    """Index the pairing as it is now and write all its lists."""
    _run(pairing, rebuild=True)


def score_everyone(pairing: str) -> None:
    """Write all lists of the pairing: other weights count, and nobody is indexed anew."""
    _run(pairing, rebuild=False)


def _run(pairing: str, *, rebuild: bool) -> None:
    if facts.count(registry.get(pairing)) <= SMALL:
        runs.run(pairing, rebuild=rebuild)
    else:
        tasks.match_later(pairing, rebuild=rebuild)
