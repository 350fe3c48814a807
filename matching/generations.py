"""Index generations on disk: one folder a rebuild, switched atomically, read memory-mapped."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import numpy as np
from django.conf import settings
from django.db import connection, transaction

from matching import facts
from matching.engine.index import Side as Index
from matching.pairings.declaration import Pairing, Side
from matching.queries.exclusions import excluded_pairs

KEPT_GENERATIONS = 4


@dataclass(frozen=True, slots=True)
class Generation:
    """What was true of a pairing at one moment, as arrays. `name` sorts by age."""

    pairing: Pairing
    name: str

    @property
    def folder(self) -> Path:
        return Path(settings.INDEX_ROOT) / self.pairing.slug / self.name

    def index(self, side: Side) -> Index:
        return Index.load(self.folder / side)

    def excluded_pairs(self) -> np.ndarray:
        """int64 [n, 2]: opening id, candidacy id."""
        pairs: np.ndarray = np.load(self.folder / "excluded.npy", mmap_mode="r")
        return pairs


@transaction.atomic
def build(pairing: Pairing) -> Generation:
    """Read both sides from PostgreSQL and write a new generation; older ones are removed.

    One at a time for each pairing, so that a later name never holds earlier facts.
    """
    _wait_for_others(pairing)
    generation = Generation(pairing, _next_name())
    for side in ("opening", "candidacy"):
        _index(pairing, side).save(generation.folder / side)
    pairs = excluded_pairs(pairing.slug)
    np.save(generation.folder / "excluded.npy", np.array(pairs, np.int64).reshape(-1, 2))
    _remove_older(generation)
    return generation


def _index(pairing: Pairing, side: Side) -> Index:
    parties = facts.read(pairing, side)
    if pairing.holder == side:
        return Index.from_holders(pairing.criteria, map(pairing.holder_of, parties))
    return Index.from_requirers(pairing.criteria, map(pairing.requirer_of, parties))


def _wait_for_others(pairing: Pairing) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"index {pairing.slug}"])


def _next_name() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('matching_generation')")
        (number,) = cursor.fetchone()
    # The token keeps a database that was made anew from meeting the folders of the old one.
    return f"{number:012d}-{token_hex(3)}"


def _remove_older(generation: Generation) -> None:
    """Keep the newest few: a worker may still be reading the one before."""
    folders = sorted(generation.folder.parent.iterdir(), key=_written)
    for folder in folders[:-KEPT_GENERATIONS]:
        shutil.rmtree(folder, ignore_errors=True)


def _written(folder: Path) -> float:
    """When it was written, 0 where another worker has just removed it."""
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return 0
