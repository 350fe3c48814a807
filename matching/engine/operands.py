"""Two sides as the kernel takes them: counterparts as they lie, askers gathered by row."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.index import Side
from matching.engine.runs import find, pick_runs, thin_runs


class Docs(NamedTuple):
    """The counterparts, n of them in the rows of their `Side`.

    rank, cell: int32 [n]
    codes: uint8 [level, cell]
    silent_ptr, silent_cell: int64 [overlap + 1], int32: the cells of holders silent on each overlap
    words, place: uint64 [word, n], uint64 [overlap + 1]: the masks, each overlap's word
    needs: uint8 [overlap, n] of requirers
    post_ptr, post_row, post_weight: the rows of each skill
    share: float64 [n]
    """

    rank: NDArray[np.int32]
    cell: NDArray[np.int32]
    codes: NDArray[np.uint8]
    silent_ptr: NDArray[np.int64]
    silent_cell: NDArray[np.int32]
    words: NDArray[np.uint64]
    place: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    post_ptr: NDArray[np.int64]
    post_row: NDArray[np.int32]
    post_weight: NDArray[np.uint16]
    share: NDArray[np.float64]


class Queries(NamedTuple):
    """The askers, q of them.

    codes: uint8 [q, level], 0 = unsaid
    masks: uint64 [q, overlap + 1], bits where the docs' words have them
    needs: uint8 [q, overlap + 1], 0 = unsaid; of a holder 1 where said
        (in both the last is 0, an overlap that counts nothing)
    skill_ptr, skill, weight: int64 [q + 1], int32 (the docs' skill codes), uint16
    share: float64 [q]
    excluded_ptr, excluded: int64 [q + 1], int32 ascending ranks of docs
    """

    codes: NDArray[np.uint8]
    masks: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    skill_ptr: NDArray[np.int64]
    skill: NDArray[np.int32]
    weight: NDArray[np.uint16]
    share: NDArray[np.float64]
    excluded_ptr: NDArray[np.int64]
    excluded: NDArray[np.int32]


def docs_of(side: Side) -> Docs:
    """The counterparts. Memory maps become plain arrays: one compilation serves both."""
    levels, overlaps = len(side.layout.sizes), len(side.layout.widths)
    silent_on, silent_cell = np.nonzero(side.facets[levels:])
    return Docs(
        rank=np.asarray(side.rank),
        cell=np.asarray(side.cell),
        codes=np.asarray(side.facets[:levels]),
        silent_ptr=np.searchsorted(silent_on, np.arange(overlaps + 1)),
        silent_cell=silent_cell.astype(np.int32),
        words=np.asarray(side.words),
        place=np.array([*(word for word, _ in side.layout.places), 0], np.uint64),
        needs=np.asarray(side.needs),
        post_ptr=np.asarray(side.post_ptr),
        post_row=np.asarray(side.post_row),
        post_weight=np.asarray(side.post_weight),
        share=np.asarray(side.share),
    )


def queries_of(
    docs: Side,
    queries: Side,
    rows: NDArray[np.int64],
    excluded_ptr: NDArray[np.int64],
    excluded_ids: NDArray[np.int64],
) -> Queries:
    """Some rows of a side as the askers, their skills and exclusions in the docs' terms."""
    levels = len(queries.layout.sizes)
    facets = queries.facets[:, queries.cell[rows]].T
    needs = queries.needs[:, rows].T if queries.role == "requirers" else 1 - facets[:, levels:]
    skill_ptr, skill, weight = _known_skills(docs, queries, rows)
    known, excluded = find(docs.ids, excluded_ids)
    return Queries(
        codes=np.ascontiguousarray(facets[:, :levels]),
        masks=_masks(queries, rows),
        needs=np.pad(needs, ((0, 0), (0, 1))),
        skill_ptr=skill_ptr,
        skill=skill,
        weight=weight,
        share=queries.share[rows],
        excluded_ptr=thin_runs(excluded_ptr, known),
        excluded=excluded.astype(np.int32),
    )


def _masks(queries: Side, rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    layout = queries.layout
    masks = np.zeros((len(rows), len(layout.widths) + 1), np.uint64)
    for overlap, (width, (word, shift)) in enumerate(
        zip(layout.widths, layout.places, strict=True)
    ):
        bits = np.uint64((1 << width) - 1 << shift)
        masks[:, overlap] = queries.words[word, rows] & bits
    return masks


def _known_skills(
    docs: Side, queries: Side, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint16]]:
    """Each query's skills that any doc has, in the docs' codes."""
    ptr, picked = pick_runs(queries.skill_ptr, rows)
    ids = queries.skills[queries.skill_code[picked]]
    known, codes = find(docs.skills, ids)
    return thin_runs(ptr, known), codes.astype(np.int32), queries.skill_weight[picked][known]
