"""Pairs made so that every state that a criterion can take is sure to occur."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from matching.engine.criteria import ONE, Coverage, Criteria, Criterion, Level, Overlap
from matching.engine.explanation import State
from matching.engine.parties import Asked, Holder, Requirer

STATES: tuple[State, ...] = get_args(State)


def possible_states(criterion: Criterion) -> set[State]:
    """The states that some pair can be in, read from the criterion's function."""
    if isinstance(criterion, Coverage):
        return {"met", "partly", "not met", "not said"}
    return {"not said", *(_state(criterion, *codes) for codes in _domain(criterion))}


def plant(
    criteria: Criteria, state: State, pair: tuple[Holder, Requirer]
) -> tuple[Holder, Requirer]:
    """The pair with every criterion that can be in that state put there."""
    holder, requirer = pair
    levels = [c for c in criteria if isinstance(c, Level)]
    overlaps = [c for c in criteria if isinstance(c, Overlap)]
    for place, level in enumerate(levels):
        for codes in _codes(level, state):
            holder = replace(holder, levels=_put(holder.levels, place, codes[0]))
            requirer = replace(requirer, levels=_put(requirer.levels, place, codes[1]))
    for place, overlap in enumerate(overlaps):
        for common, need in _codes(overlap, state):
            mask = None if common is None else (1 << common) - 1
            holder = replace(holder, masks=_put(holder.masks, place, mask))
            requirer = replace(requirer, masks=_put(requirer.masks, place, mask))
            requirer = replace(requirer, needs=_put(requirer.needs, place, need))
    return _plant_skills(state, holder, requirer)


def _plant_skills(state: State, holder: Holder, requirer: Requirer) -> tuple[Holder, Requirer]:
    held: dict[State, dict[int, int]] = {
        "met": {3: 4, 70: 4},
        "partly": {3: 1},
        "not met": {500: 1},
        "not said": {},
    }
    if state not in held:
        return holder, requirer
    return replace(holder, skills=held[state]), replace(
        requirer, skills={3: Asked(1), 70: Asked(2)}
    )


def _codes(criterion: Level | Overlap, state: State) -> list[tuple[int | None, int | None]]:
    """An example of the state, or nothing where it cannot be."""
    if state == "not said":
        return [(None, None)]
    found = (codes for codes in _domain(criterion) if _state(criterion, *codes) == state)
    first = next(found, None)
    return [] if first is None else [first]


def _domain(criterion: Level | Overlap) -> Iterator[tuple[int, int]]:
    if isinstance(criterion, Level):
        return ((h, r) for h in range(criterion.size) for r in range(criterion.size))
    needs = range(1, criterion.most_needed + 1)
    return ((common, need) for common in range(criterion.width + 1) for need in needs)


def _state(criterion: Level | Overlap, first: int, second: int) -> State:
    value = criterion.value(first, second)
    if value is None:
        return "veto"
    if value == ONE:
        return "met"
    return "partly" if value else "not met"


def _put(codes: tuple[int | None, ...], place: int, code: int | None) -> tuple[int | None, ...]:
    return codes[:place] + (code,) + codes[place + 1 :]
