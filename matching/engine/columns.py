"""People turned into columns, one check at a time: what does not fit is refused, never cut."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.engine.criteria import FULL_CREDIT
from matching.engine.layout import Layout
from matching.engine.parties import Asked, Holder, Requirer

Number = TypeVar("Number", bound=np.generic)

MOST_SKILLS = 255
MOST_WEIGHT = 65_535 // FULL_CREDIT
"""The greatest sum of one requirer's skill weights: what a uint16 holds in twentieths."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One side in the order it was read; n parties, code and need 0 = not said.

    ids: int64 [n]
    codes: uint8 [level, n]
    masks: uint64 [overlap, n], 0 where silent
    silent: bool [overlap, n]
    needs: uint8 [overlap, n] of requirers, [0, n] of holders
    skill_ptr, skills: int64 [n + 1], int64: each party's run of skills, ascending
    skill_levels: uint8 [skills], held or asked, 0 = any
    skill_weights: uint16 [skills] of requirers, [0] of holders
    """

    ids: NDArray[np.int64]
    codes: NDArray[np.uint8]
    masks: NDArray[np.uint64]
    silent: NDArray[np.bool_]
    needs: NDArray[np.uint8]
    skill_ptr: NDArray[np.int64]
    skills: NDArray[np.int64]
    skill_levels: NDArray[np.uint8]
    skill_weights: NDArray[np.uint16]


@dataclass(slots=True)
class _Rows:
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    codes: "array[int]" = field(default_factory=lambda: array("B"))
    masks: "array[int]" = field(default_factory=lambda: array("Q"))
    silent: "array[int]" = field(default_factory=lambda: array("B"))
    needs: "array[int]" = field(default_factory=lambda: array("B"))
    skill_ends: "array[int]" = field(default_factory=lambda: array("q", [0]))
    skills: "array[int]" = field(default_factory=lambda: array("q"))
    skill_levels: "array[int]" = field(default_factory=lambda: array("B"))
    skill_weights: "array[int]" = field(default_factory=lambda: array("H"))


def read_holders(layout: Layout, holders: Iterable[Holder]) -> Columns:
    """Columns of holders; `ValueError` names the first one that does not fit."""
    rows = _Rows()
    for holder in holders:
        _read_facts(rows, layout, holder)
        rows.silent.extend(mask is None for mask in holder.masks)
        _read_skills(rows, layout, holder, least=1)
    return _columns(rows, layout, needing=False)


def read_requirers(layout: Layout, requirers: Iterable[Requirer]) -> Columns:
    """Columns of requirers; `ValueError` names the first one that does not fit."""
    rows = _Rows()
    for requirer in requirers:
        _read_facts(rows, layout, requirer)
        needs = _checked_needs(layout, requirer)
        rows.needs.extend(needs)
        rows.silent.extend(need == 0 for need in needs)
        _check_weights(requirer)
        _read_skills(rows, layout, requirer, least=0)
        rows.skill_weights.extend(asked.weight for _, asked in sorted(requirer.skills.items()))
    return _columns(rows, layout, needing=True)


def _read_facts(rows: _Rows, layout: Layout, party: Holder | Requirer) -> None:
    if len(party.levels) != len(layout.sizes) or len(party.masks) != len(layout.widths):
        raise ValueError(
            f"{_who(party)} has {len(party.levels)} levels and {len(party.masks)} masks: "
            f"give {len(layout.sizes)} and {len(layout.widths)}, in the order of the criteria."
        )
    for name, size, code in zip(layout.levels, layout.sizes, party.levels, strict=True):
        if code is not None and not 0 <= code < size:
            raise ValueError(f"{_who(party)} has {name} {code}: give 0 to {size - 1}, or None.")
        rows.codes.append(0 if code is None else code + 1)
    for name, width, mask in zip(layout.overlaps, layout.widths, party.masks, strict=True):
        if mask is not None and (mask < 0 or mask.bit_length() > width):
            raise ValueError(
                f"{_who(party)} has {name} {mask:#x}: it holds {width} bits. "
                "Widen the criterion or drop the bits."
            )
        rows.masks.append(mask or 0)
    try:
        rows.ids.append(party.id)
    except OverflowError:
        raise ValueError(f"{_who(party)} has an id beyond 64 bits: use the bigint key.") from None


def _checked_needs(layout: Layout, requirer: Requirer) -> list[int]:
    if len(requirer.needs) != len(layout.widths):
        raise ValueError(
            f"{_who(requirer)} has {len(requirer.needs)} needs: give {len(layout.widths)}, "
            "one for each overlap."
        )
    for name, most, need in zip(layout.overlaps, layout.most_needed, requirer.needs, strict=True):
        if need is not None and not 0 <= need <= most:
            raise ValueError(f"{_who(requirer)} needs {need} of {name}: give 1 to {most}, or None.")
    pairs = zip(requirer.masks, requirer.needs, strict=True)
    return [0 if mask is None or need is None else need for mask, need in pairs]


def _read_skills(rows: _Rows, layout: Layout, party: Holder | Requirer, *, least: int) -> None:
    if len(party.skills) > MOST_SKILLS:
        raise ValueError(
            f"{_who(party)} has {len(party.skills)} skills: keep the {MOST_SKILLS} that matter."
        )
    for skill in sorted(party.skills):
        each = party.skills[skill]
        level = each.level if isinstance(each, Asked) else each
        if not least <= level <= layout.skill_levels:
            raise ValueError(
                f"{_who(party)} has skill {skill} at level {level}: "
                f"give {least} to {layout.skill_levels}."
            )
        rows.skills.append(skill)
        rows.skill_levels.append(level)
    rows.skill_ends.append(len(rows.skills))


def _check_weights(requirer: Requirer) -> None:
    if any(asked.weight < 1 for asked in requirer.skills.values()):
        raise ValueError(
            f"{_who(requirer)} requires a skill with a weight below 1: give 1 or more."
        )
    if sum(asked.weight for asked in requirer.skills.values()) > MOST_WEIGHT:
        raise ValueError(
            f"{_who(requirer)} has skill weights above {MOST_WEIGHT} in sum: scale them down."
        )


def _who(party: Holder | Requirer) -> str:
    return f"{type(party).__name__} {party.id}"


def _columns(rows: _Rows, layout: Layout, *, needing: bool) -> Columns:
    n, overlaps = len(rows.ids), len(layout.widths)
    ids = np.array(rows.ids, np.int64)
    distinct, counts = np.unique(ids, return_counts=True)
    if len(distinct) < n:
        raise ValueError(f"{distinct[counts > 1][0]} comes twice: give each party once.")

    def by_criterion(values: "array[int]", dtype: type[Number], width: int) -> NDArray[Number]:
        return np.ascontiguousarray(np.array(values, dtype).reshape(n, width).T)

    return Columns(
        ids=ids,
        codes=by_criterion(rows.codes, np.uint8, len(layout.sizes)),
        masks=by_criterion(rows.masks, np.uint64, overlaps),
        silent=by_criterion(rows.silent, np.bool_, overlaps),
        needs=by_criterion(rows.needs, np.uint8, overlaps if needing else 0),
        skill_ptr=np.array(rows.skill_ends, np.int64),
        skills=np.array(rows.skills, np.int64),
        skill_levels=np.array(rows.skill_levels, np.uint8),
        skill_weights=np.array(rows.skill_weights, np.uint16),
    )
