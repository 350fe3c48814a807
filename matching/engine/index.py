"""One side of a pairing as arrays that the kernels can walk, and that a folder can hold."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from matching.engine import folders
from matching.engine.building import Gathered
from matching.engine.columns import Columns, read_holders, read_requirers
from matching.engine.criteria import Criteria
from matching.engine.layout import Layout
from matching.engine.parties import Holder, Requirer
from matching.engine.runs import find

Role = Literal["holders", "requirers"]


@dataclass(frozen=True, slots=True)
class Side:
    """n parties sorted by cell; a cell is a distinct tuple of level codes and silences.

    A *rank* is a place in the order of ids, a *row* a place in the order of cells. A *group* is a
    run of cells that agree on the levels that veto most.

    ids: int64 [n], ascending, by rank
    row: int32 [n], the row of each rank; rank: int32 [n], the rank of each row
    cell_ptr: int32 [cells + 1], the rows of each cell; group_ptr: int32 [groups + 1], its cells
    facets: uint8 [levels, cells], a level code + 1, 0 = unsaid; below them, of holders, a byte for
        every eight overlaps with a bit for each that is silent
    words: uint64 [word, n], the masks of each row
    needs: uint8 [overlaps of requirers, n], 0 = unsaid
    total: uint16 [n] of requirers, the sum of a row's weights
    skills: int64 [distinct], ascending taxonomy ids; a *skill code* is a place in it
    skill_ptr: uint32 [n + 1]; skill_code: uint16 (int32 where there are more); skill_level: uint8;
        skill_weight: uint16 of requirers: the skills of each row
    post_ptr: int64 [distinct + 1]; post: uint32, row << 3 | level; post_weight: uint16 of
        requirers: the rows of each skill
    What only requirers have is empty for holders.
    """

    role: Role
    layout: Layout
    ids: NDArray[np.int64]
    row: NDArray[np.int32]
    rank: NDArray[np.int32]
    cell_ptr: NDArray[np.int32]
    group_ptr: NDArray[np.int32]
    facets: NDArray[np.uint8]
    words: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    total: NDArray[np.uint16]
    skills: NDArray[np.int64]
    skill_ptr: NDArray[np.uint32]
    skill_code: NDArray[np.unsignedinteger] | NDArray[np.int32]
    skill_level: NDArray[np.uint8]
    skill_weight: NDArray[np.uint16]
    post_ptr: NDArray[np.int64]
    post: NDArray[np.uint32]
    post_weight: NDArray[np.uint16]

    @classmethod
    def from_holders(cls, criteria: Criteria, holders: Iterable[Holder]) -> Self:
        """Index holders; `ValueError` names the first one that does not fit."""
        layout = Layout.of(criteria)
        return cls.from_chunks("holders", layout, [read_holders(layout, holders)])

    @classmethod
    def from_requirers(cls, criteria: Criteria, requirers: Iterable[Requirer]) -> Self:
        """Index requirers; `ValueError` names the first one that does not fit."""
        layout = Layout.of(criteria)
        return cls.from_chunks("requirers", layout, [read_requirers(layout, requirers)])

    @classmethod
    def from_chunks(cls, role: Role, layout: Layout, chunks: Iterable[Columns]) -> Self:
        """Index columns that were checked as `read_holders` and `read_requirers` do.

        Each chunk is let go before the next is asked for: what is held at once is about twice the
        index.
        """
        gathered = Gathered(role, layout)
        for chunk in chunks:
            gathered.add(chunk)
        side = cls(role=role, layout=layout, **gathered.arranged())
        for name in _arrays():
            getattr(side, name).setflags(write=False)
        return side

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def nbytes(self) -> int:
        """Bytes of all arrays."""
        return sum(getattr(self, name).nbytes for name in _arrays())

    def rows_of(self, ids: Iterable[int]) -> NDArray[np.int32]:
        """Rows of the given ids, in their order; `KeyError` names one that is not here."""
        wanted = np.fromiter(ids, np.int64)
        known, ranks = find(self.ids, wanted)
        if not known.all():
            raise KeyError(f"{wanted[~known][0]} is not among the {self.role}: index it first.")
        return self.row[ranks]

    def save(self, folder: Path) -> None:
        """Write a new folder, whole or not at all; `FileExistsError` where it stands already."""
        described = {"role": self.role, "layout": self.layout.to_json()}
        folders.write(folder, described, {name: getattr(self, name) for name in _arrays()})

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Map a saved folder into memory, read-only: pages are read when they are walked.

        `ValueError` where it is torn or was written by other code.
        """
        described, arrays = folders.read(folder, _arrays())
        layout = Layout.from_json(described["layout"])
        return cls(role=described["role"], layout=layout, **arrays)


def _arrays() -> list[str]:
    return [field.name for field in fields(Side) if field.name not in {"role", "layout"}]
