"""Two sides as the kernel takes them: counterparts as they lie, askers gathered by row."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.index import Side
from matching.engine.kernel import Docs, Queries
from matching.engine.runs import find, pick_runs, thin_runs


def docs_of(side: Side) -> Docs:
    """The counterparts. Memory maps become plain arrays: one compilation serves both."""
    return Docs(
        rank=np.asarray(side.rank),
        cell=np.asarray(side.cell),
        facets=np.asarray(side.facets),
        words=np.asarray(side.words),
        place=np.array([word for word, _ in side.layout.places], np.int64),
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
        needs=np.ascontiguousarray(needs),
        skill_ptr=skill_ptr,
        skill=skill,
        weight=weight,
        share=queries.share[rows],
        excluded_ptr=thin_runs(excluded_ptr, known),
        excluded=excluded.astype(np.int32),
    )


def _masks(queries: Side, rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    layout = queries.layout
    masks = np.zeros((len(rows), len(layout.widths)), np.uint64)
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
