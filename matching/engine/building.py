"""Gathers the columns of one side, chunk by chunk, and arranges them by cell and by skill."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.engine.columns import Columns
from matching.engine.compiled import compiled
from matching.engine.layout import Layout

LEVEL_BITS = 3
MOST_PARTIES = 1 << 32 - LEVEL_BITS
MOST_ENTRIES = 1 << 32
ROWS_A_GROUP = 256
"""Groups are as fine as they can be while they hold so many rows on average."""


class Gathered:
    """What was read so far, as narrow arrays; `arranged` may be asked for once."""

    def __init__(self, role: str, layout: Layout) -> None:
        self.role, self.layout = role, layout
        self.known = np.zeros(0, np.int64)
        self.codes_of_known = np.zeros(0, np.int32)
        self.parts: dict[str, list[NDArray[Any]]] = {}

    def add(self, columns: Columns) -> None:
        """Take in a chunk."""
        facets = _facets(self.role, columns)
        kept: dict[str, NDArray[Any]] = {
            "ids": columns.ids,
            "keys": _keys(facets, self.layout),
            "facets": facets,
            "words": _words(self.layout, columns.masks),
            "needs": columns.needs,
            "lengths": np.diff(columns.skill_ptr).astype(np.uint8),
            "codes": self._coded(columns.skills),
            "levels": columns.skill_levels,
            "weights": columns.skill_weights,
        }
        for name, array in kept.items():
            self.parts.setdefault(name, []).append(array)

    def arranged(self) -> dict[str, Any]:
        """The arrays of a `Side`. `ValueError` where somebody comes twice or there are too many."""
        if not self.parts:
            self.add(_nobody(self.layout, self.role))
        ids = self._taken("ids")
        _check(ids, sum(map(len, self.parts["codes"])))
        order, keys = self._order(ids)
        facets = self._taken("facets")[:, order]
        starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
        facets = np.ascontiguousarray(facets[:, starts])
        by_id = np.argsort(ids[order], kind="stable")
        rank = np.empty(len(ids), np.int32)
        rank[by_id] = np.arange(len(ids), dtype=np.int32)
        return {
            "ids": ids[order][by_id],
            "row": by_id.astype(np.int32),
            "rank": rank,
            "cell_ptr": np.append(starts, len(ids)).astype(np.int32),
            "group_ptr": self._groups(facets, len(ids)),
            "facets": facets,
            "words": self._taken("words")[:, order],
            "needs": self._taken("needs")[:, order],
            **self._arranged_skills(order),
        }

    def _taken(self, name: str) -> NDArray[Any]:
        """The chunks of one array laid end to end, and let go."""
        return np.concatenate(self.parts.pop(name), axis=-1)

    def _coded(self, skills: NDArray[np.int64]) -> NDArray[np.int32]:
        """Skills by the order in which they first came."""
        new = np.setdiff1d(skills, self.known)
        if len(new):
            first = len(self.known)
            codes = np.append(self.codes_of_known, first + np.arange(len(new), dtype=np.int32))
            known = np.append(self.known, new)
            order = np.argsort(known)
            self.known, self.codes_of_known = known[order], codes[order]
        return self.codes_of_known[np.searchsorted(self.known, skills)]

    def _order(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The order of rows, by cell and then by id, and the key of each row's cell."""
        keys = self._taken("keys")
        order = np.lexsort((ids, keys))
        return order, keys[order]

    def _groups(self, facets: NDArray[np.uint8], n: int) -> NDArray[np.int32]:
        """The cells of each group: as many levels are shared as leave a group its rows."""
        cells = facets.shape[1]
        starts = np.zeros(min(cells, 1), np.int64)
        changes = np.zeros(cells, np.bool_)
        changes[:1] = True
        for depth, level in enumerate(self.layout.strictest):
            changes[1:] |= facets[level, 1:] != facets[level, :-1]
            finer = np.flatnonzero(changes)
            if depth and len(finer) * ROWS_A_GROUP > n:
                break
            starts = finer
        return np.append(starts, cells).astype(np.int32)

    def _arranged_skills(self, order: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
        lengths = self._taken("lengths")
        codes = self._taken("codes")
        levels, weights = self._taken("levels"), self._taken("weights")
        final = np.empty(len(self.known), np.int32)
        final[self.codes_of_known] = np.arange(len(self.known), dtype=np.int32)
        ends = np.concatenate([[0], np.cumsum(lengths[order], dtype=np.int64)])
        starts = np.cumsum(lengths, dtype=np.int64) - lengths
        narrow = np.uint16 if len(self.known) <= 1 << 16 else np.int32
        placed = np.empty(len(codes), narrow), np.empty_like(levels), np.empty_like(weights)
        _place(order, starts, ends, final, (codes, levels, weights), placed)
        del codes, levels, weights
        post_ptr = np.zeros(len(self.known) + 1, np.int64)
        if len(self.known):
            post_ptr[1:] = np.cumsum(np.bincount(placed[0], minlength=len(self.known)))
        posts = np.empty(len(placed[0]), np.uint32), np.empty_like(placed[2])
        _post(ends, placed, post_ptr[:-1].copy(), posts)
        return {
            "skills": self.known,
            "skill_ptr": ends.astype(np.uint32),
            "skill_code": placed[0],
            "skill_level": placed[1],
            "skill_weight": placed[2],
            "post_ptr": post_ptr,
            "post": posts[0],
            "post_weight": posts[1],
            "total": _totals(ends, placed[2]),
        }


def _check(ids: NDArray[np.int64], entries: int) -> None:
    ascending = np.sort(ids)
    twice = np.flatnonzero(ascending[1:] == ascending[:-1])
    if len(twice):
        raise ValueError(f"{ascending[twice[0]]} comes twice: give each party once.")
    if len(ids) >= MOST_PARTIES or entries >= MOST_ENTRIES:
        raise ValueError(
            f"{len(ids):,} parties with {entries:,} skills do not fit into one index "
            f"({MOST_PARTIES:,} and {MOST_ENTRIES:,}): split the side into several."
        )


def _nobody(layout: Layout, role: str) -> Columns:
    overlaps = len(layout.widths)
    return Columns(
        ids=np.zeros(0, np.int64),
        codes=np.zeros((len(layout.sizes), 0), np.uint8),
        masks=np.zeros((overlaps, 0), np.uint64),
        silent=np.zeros((overlaps, 0), np.bool_),
        needs=np.zeros((overlaps if role == "requirers" else 0, 0), np.uint8),
        skill_ptr=np.zeros(1, np.int64),
        skills=np.zeros(0, np.int64),
        skill_levels=np.zeros(0, np.uint8),
        skill_weights=np.zeros(0, np.uint16),
    )


def _facets(role: str, columns: Columns) -> NDArray[np.uint8]:
    if role == "requirers":
        return columns.codes
    silences = np.packbits(columns.silent, axis=0, bitorder="little")
    return np.concatenate([columns.codes, silences])


def _keys(facets: NDArray[np.uint8], layout: Layout) -> NDArray[np.int64]:
    """One number a cell. The levels that veto most lead: what a query bars then lies together."""
    keys = np.zeros(facets.shape[1], np.int64)
    for level in layout.strictest:
        keys = keys << layout.sizes[level].bit_length() | facets[level]
    for place, silences in enumerate(facets[len(layout.sizes) :]):
        keys = keys << min(len(layout.widths) - 8 * place, 8) | silences
    return keys


def _words(layout: Layout, masks: NDArray[np.uint64]) -> NDArray[np.uint64]:
    words = np.zeros((layout.words, masks.shape[1]), np.uint64)
    for mask, (word, shift) in zip(masks, layout.places, strict=True):
        words[word] |= mask << np.uint64(shift)
    return words


def _totals(ends: NDArray[np.int64], weights: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Each requirer's sum of weights; nothing of holders, whose skills have none."""
    if len(ends) == 1 or len(weights) < ends[-1]:
        return np.zeros(0, np.uint16)
    sums = np.concatenate([[0], np.cumsum(weights, dtype=np.int64)])
    totals: NDArray[np.uint16] = (sums[ends[1:]] - sums[ends[:-1]]).astype(np.uint16)
    return totals


@compiled
def _place(
    order: NDArray[np.int64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    final: NDArray[np.int32],
    given: tuple[NDArray[np.int32], NDArray[np.uint8], NDArray[np.uint16]],
    placed: tuple[Any, NDArray[np.uint8], NDArray[np.uint16]],
) -> None:
    """Copy the run of skills of each party to its row, in ascending codes."""
    codes, levels, weights = given
    weighted = weights.shape[0] > 0
    for row in range(order.shape[0]):
        source = starts[order[row]]
        for entry in range(ends[row], ends[row + 1]):
            placed[0][entry] = final[codes[source]]
            placed[1][entry] = levels[source]
            if weighted:
                placed[2][entry] = weights[source]
            source += 1


@compiled
def _post(
    ends: NDArray[np.int64],
    placed: tuple[Any, NDArray[np.uint8], NDArray[np.uint16]],
    at: NDArray[np.int64],
    posts: tuple[NDArray[np.uint32], NDArray[np.uint16]],
) -> None:
    """Enter each row into the lists of its skills; `at`: where each list goes on."""
    codes, levels, weights = placed
    weighted = weights.shape[0] > 0
    for row in range(ends.shape[0] - 1):
        for entry in range(ends[row], ends[row + 1]):
            place = at[codes[entry]]
            at[codes[entry]] = place + 1
            posts[0][place] = np.uint32(row << 3 | levels[entry])
            if weighted:
                posts[1][place] = weights[entry]
