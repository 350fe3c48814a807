"""One side of a pairing as arrays that the kernel can walk, and that a folder can hold."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray

from matching.engine.columns import Columns, read_holders, read_requirers
from matching.engine.criteria import Criteria
from matching.engine.layout import Layout
from matching.engine.parties import Holder, Requirer
from matching.engine.runs import find, pick_runs

Role = Literal["holders", "requirers"]


@dataclass(frozen=True, slots=True)
class Side:
    """n parties sorted by cell; a cell is a distinct tuple of level codes and silences.

    A *rank* is a place in the order of ids, a *row* a place in the order of cells.

    ids: int64 [n], ascending, by rank
    row: int32 [n], the row of each rank; rank: int32 [n], the rank of each row
    cell: int32 [n], by row
    facets: uint8 [levels (+ overlaps of holders, 1 = silent), cells]; a level code + 1, 0 = unsaid
    words: uint64 [word, n], the masks of each row
    needs: uint8 [overlaps of requirers, n], 0 = unsaid
    skills: int64 [distinct], ascending taxonomy ids; a *skill code* is a place in it
    skill_ptr, skill_code, skill_weight: int64 [n + 1], int32, uint16, the skills of each row
    post_ptr, post_row, post_weight: int64 [distinct + 1], int32, uint16, the rows of each skill
    share: float64 [n], 1 / sum of a row's weights, 0 without skills
    """

    role: Role
    layout: Layout
    ids: NDArray[np.int64]
    row: NDArray[np.int32]
    rank: NDArray[np.int32]
    cell: NDArray[np.int32]
    facets: NDArray[np.uint8]
    words: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    skills: NDArray[np.int64]
    skill_ptr: NDArray[np.int64]
    skill_code: NDArray[np.int32]
    skill_weight: NDArray[np.uint16]
    post_ptr: NDArray[np.int64]
    post_row: NDArray[np.int32]
    post_weight: NDArray[np.uint16]
    share: NDArray[np.float64]

    @classmethod
    def from_holders(cls, criteria: Criteria, holders: Iterable[Holder]) -> Self:
        """Index holders; `ValueError` names the first one that does not fit."""
        layout = Layout.of(criteria)
        columns = read_holders(layout, holders)
        return cls.from_columns("holders", layout, columns)

    @classmethod
    def from_requirers(cls, criteria: Criteria, requirers: Iterable[Requirer]) -> Self:
        """Index requirers; `ValueError` names the first one that does not fit."""
        layout = Layout.of(criteria)
        columns = read_requirers(layout, requirers)
        return cls.from_columns("requirers", layout, columns)

    @classmethod
    def from_columns(cls, role: Role, layout: Layout, columns: Columns) -> Self:
        """Index columns that were checked as `read_holders` and `read_requirers` do."""
        facets = _facets(role, columns)
        keys = _keys(facets, layout)
        order = np.lexsort((columns.ids, keys))
        _, first, cell = np.unique(keys[order], return_index=True, return_inverse=True)
        by_id = np.argsort(columns.ids[order], kind="stable")
        rank = np.empty_like(by_id)
        rank[by_id] = np.arange(len(by_id))
        skills, codes = np.unique(columns.skills, return_inverse=True)
        skill_ptr, picked = pick_runs(columns.skill_ptr, order)
        skill_code, skill_weight = codes[picked], columns.skill_weights[picked]
        post_order = np.argsort(skill_code, kind="stable")
        rows = np.repeat(np.arange(len(order)), np.diff(skill_ptr))
        counts = np.bincount(skill_code, minlength=len(skills))
        side = cls(
            role=role,
            layout=layout,
            ids=columns.ids[order][by_id],
            row=by_id.astype(np.int32),
            rank=rank.astype(np.int32),
            cell=cell.astype(np.int32),
            facets=np.ascontiguousarray(facets[:, order[first]]),
            words=_words(layout, columns.masks[:, order]),
            needs=np.ascontiguousarray(columns.needs[:, order]),
            skills=skills,
            skill_ptr=skill_ptr,
            skill_code=skill_code.astype(np.int32),
            skill_weight=skill_weight,
            post_ptr=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            post_row=rows[post_order].astype(np.int32),
            post_weight=skill_weight[post_order],
            share=_shares(rows, skill_weight, len(order)),
        )
        for name in _arrays():
            getattr(side, name).setflags(write=False)
        return side

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ids: Iterable[int]) -> NDArray[np.int32]:
        """Rows of the given ids, in their order; `KeyError` names one that is not here."""
        wanted = np.fromiter(ids, np.int64)
        known, ranks = find(self.ids, wanted)
        if not known.all():
            raise KeyError(f"{wanted[~known][0]} is not among the {self.role}: index it first.")
        return self.row[ranks]

    def save(self, folder: Path) -> None:
        """Write a new folder, whole or not at all; `FileExistsError` where it stands already."""
        if folder.exists():
            raise FileExistsError(f"{folder} is there already: save each index to a new folder.")
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for name in _arrays():
                np.save(draft / f"{name}.npy", getattr(self, name))
            described = {"role": self.role, "layout": self.layout.to_json()}
            (draft / "side.json").write_text(json.dumps(described))
            draft.chmod(0o755)
            os.rename(draft, folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Map a saved folder into memory, read-only: pages are read when they are walked."""
        described: dict[str, Any] = json.loads((folder / "side.json").read_text())
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _arrays()}
        layout = Layout.from_json(described["layout"])
        return cls(role=described["role"], layout=layout, **arrays)


def _arrays() -> list[str]:
    return [field.name for field in fields(Side) if field.name not in {"role", "layout"}]


def _facets(role: Role, columns: Columns) -> NDArray[np.uint8]:
    if role == "requirers":
        return columns.codes
    return np.concatenate([columns.codes, columns.silent.astype(np.uint8)])


def _keys(facets: NDArray[np.uint8], layout: Layout) -> NDArray[np.int64]:
    """One number a cell. The levels that veto most lead: what a query bars then lies together."""
    keys = np.zeros(facets.shape[1], np.int64)
    for level in layout.strictest:
        keys = keys << layout.sizes[level].bit_length() | facets[level]
    for silences in facets[len(layout.sizes) :]:
        keys = keys << 1 | silences
    return keys


def _words(layout: Layout, masks: NDArray[np.uint64]) -> NDArray[np.uint64]:
    words = np.zeros((layout.words, masks.shape[1]), np.uint64)
    for mask, (word, shift) in zip(masks, layout.places, strict=True):
        words[word] |= mask << np.uint64(shift)
    return words


def _shares(rows: NDArray[np.int64], weights: NDArray[np.uint16], n: int) -> NDArray[np.float64]:
    totals = np.bincount(rows, weights, minlength=n)
    return np.divide(1.0, totals, out=np.zeros(n), where=totals > 0)
