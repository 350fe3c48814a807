"""Index generations on disk: one folder a rebuild, switched atomically, read memory-mapped."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from django.conf import settings
from django.db import connection

from matching import facts
from matching.engine.index import Side as Index
from matching.pairings.declaration import Pairing, Side
from matching.queries.exclusions import excluded_pairs

KEPT_GENERATIONS = 2


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


def build(pairing: Pairing) -> Generation:
    """Read both sides from PostgreSQL and write a new generation; older ones are removed."""
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


def _next_name() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('matching_generation')")
        (number,) = cursor.fetchone()
    return f"{number:012d}"


def _remove_older(generation: Generation) -> None:
    for folder in _older(generation.folder.parent.iterdir(), generation.name):
        shutil.rmtree(folder, ignore_errors=True)


def _older(folders: Iterable[Path], name: str) -> list[Path]:
    """All but the newest few: a worker may still be reading the one before."""
    past = sorted(folder for folder in folders if folder.name < name)
    return past[: -(KEPT_GENERATIONS - 1)]
