"""Two sides as the kernels take them: counterparts as they lie, askers gathered by row."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.index import Side
from matching.engine.layout import Layout
from matching.engine.runs import find, pick_runs, thin_runs


class Docs(NamedTuple):
    """The counterparts, n of them in the rows of their `Side`.

    rank: int32 [n]
    cell_ptr, group_ptr: int32 [cells + 1], [groups + 1]
    codes: uint8 [level, cell]
    silences: uint8 [byte, cell] of holders, a bit for each overlap that is silent
    words, place: uint64 [word, n], uint64 [overlap + 1]: the masks, each overlap's word
    needs, total: uint8 [overlap, n], uint16 [n] of requirers
    post_ptr, post, post_weight: the rows of each skill
    """

    rank: NDArray[np.int32]
    cell_ptr: NDArray[np.int32]
    group_ptr: NDArray[np.int32]
    codes: NDArray[np.uint8]
    silences: NDArray[np.uint8]
    words: NDArray[np.uint64]
    place: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    total: NDArray[np.uint16]
    post_ptr: NDArray[np.int64]
    post: NDArray[np.uint32]
    post_weight: NDArray[np.uint16]


class Queries(NamedTuple):
    """The askers, q of them.

    codes: uint8 [q, level], 0 = unsaid
    masks: uint64 [q, overlap + 1], bits where the docs' words have them
    needs: uint8 [q, overlap + 1], 0 = unsaid; of a holder 1 where said
        (in both the last is 0, an overlap that counts nothing)
    skill_ptr, skill: int64 [q + 1], int32 (the docs' skill codes)
    level, weight: uint8 and uint16 [skill], the weight 1 of a holder
    total: int64 [q], a requirer's sum of weights, 0 of a holder
    excluded_ptr, excluded: int64 [q + 1], int32 ascending ranks of docs
    absent: int32, ascending ranks of docs that count as not there
    """

    codes: NDArray[np.uint8]
    masks: NDArray[np.uint64]
    needs: NDArray[np.uint8]
    skill_ptr: NDArray[np.int64]
    skill: NDArray[np.int32]
    level: NDArray[np.uint8]
    weight: NDArray[np.uint16]
    total: NDArray[np.int64]
    excluded_ptr: NDArray[np.int64]
    excluded: NDArray[np.int32]
    absent: NDArray[np.int32]


def docs_of(side: Side) -> Docs:
    """The counterparts. Memory maps become plain arrays: one compilation serves both."""
    levels = len(side.layout.sizes)
    return Docs(
        rank=np.asarray(side.rank),
        cell_ptr=np.asarray(side.cell_ptr),
        group_ptr=np.asarray(side.group_ptr),
        codes=np.asarray(side.facets[:levels]),
        silences=np.asarray(side.facets[levels:]),
        words=np.asarray(side.words),
        place=np.array([*(word for word, _ in side.layout.places), 0], np.uint64),
        needs=np.asarray(side.needs),
        total=np.asarray(side.total),
        post_ptr=np.asarray(side.post_ptr),
        post=np.asarray(side.post),
        post_weight=np.asarray(side.post_weight),
    )


def queries_of(
    docs: Side,
    queries: Side,
    rows: NDArray[np.int64],
    excluded: tuple[NDArray[np.int64], NDArray[np.int64]],
    absent: NDArray[np.int64],
) -> Queries:
    """Some rows of a side as the askers, their skills and exclusions in the docs' terms.

    excluded: pointers [q + 1] and ids, ascending a query; absent: ids, ascending
    """
    levels = len(queries.layout.sizes)
    cells = np.searchsorted(queries.cell_ptr, rows.astype(np.int32), side="right") - 1
    facets = queries.facets[:, cells].T
    requiring = queries.role == "requirers"
    needs = queries.needs[:, rows].T if requiring else _said(facets[:, levels:], queries.layout)
    ptr, picked = pick_runs(queries.skill_ptr, rows)
    known, codes = find(docs.skills, queries.skills[queries.skill_code[picked]])
    weights = queries.skill_weight[picked] if requiring else np.ones(len(picked), np.uint16)
    barred, ranks = find(docs.ids, excluded[1])
    return Queries(
        codes=np.ascontiguousarray(facets[:, :levels]),
        masks=_masks(queries, rows),
        needs=_and_nothing(needs),
        skill_ptr=thin_runs(ptr, known),
        skill=codes.astype(np.int32),
        level=queries.skill_level[picked][known],
        weight=weights[known],
        total=queries.total[rows].astype(np.int64) if requiring else np.zeros(len(rows), np.int64),
        excluded_ptr=thin_runs(excluded[0], barred),
        excluded=ranks.astype(np.int32),
        absent=find(docs.ids, absent)[1].astype(np.int32),
    )


def _said(silences: NDArray[np.uint8], layout: Layout) -> NDArray[np.uint8]:
    """Of each holder 1 for each overlap that is said. silences: uint8 [q, byte]"""
    count = len(layout.widths)
    return 1 - np.unpackbits(silences, axis=1, count=count, bitorder="little")


def _and_nothing(needs: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """With a last overlap that counts nothing."""
    padded = np.zeros((needs.shape[0], needs.shape[1] + 1), np.uint8)
    padded[:, :-1] = needs
    return padded


def _masks(queries: Side, rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    words, bits = _bits(queries.layout)
    masks = np.zeros((len(rows), len(words) + 1), np.uint64)
    masks[:, :-1] = queries.words[words, rows[:, None]] & bits
    return masks


@lru_cache
def _bits(layout: Layout) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """The word of each overlap and its bits there."""
    places = zip(layout.widths, layout.places, strict=True)
    bits = [(1 << width) - 1 << shift for width, (_, shift) in places]
    return np.array([word for word, _ in layout.places], np.int64), np.array(bits, np.uint64)
