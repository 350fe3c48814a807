"""Cohort rounds: time of the stable assignment, of its check, of the optimum and of a library."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.rounds_library import Lists, assign_outside, library, lists_of
from benchmarks.rounds_population import cohort
from benchmarks.sections import Section, Value
from matching.rounds.optimal import compare
from matching.rounds.rankings import Rankings
from matching.rounds.stability import faults
from matching.rounds.stable import assign

SIZE = (3000, 1000)
SMALLER = ((450, 150), (900, 300))
"""Residents x hosts that the library has time for."""
SCARCE = (1, 3)
"""Places of a host where a third of the residents will have none, and so ask everywhere."""
ROUNDS = 51
FEW = 5

Size = tuple[int, int]
Answer = TypeVar("Answer")


def rounds_section(
    size: Size = SIZE, smaller: tuple[Size, ...] = SMALLER, rounds: int = ROUNDS
) -> Section:
    """Full lists, the most there can be; what takes seconds is asked once."""
    stable, optimal = _stable(size, rounds), _optimal(size)
    beside, said = _beside_library(smaller)
    figures = {**stable, **optimal, **beside}
    lines = [f"{name.replace('_', ' '):<48} {value:>14,.2f}" for name, value in figures.items()]
    return Section("Rounds", "\n".join([*lines, said]).strip(), figures)


def _stable(size: Size, rounds: int) -> dict[str, Value]:
    enough, scarce = cohort(*size).rankings, cohort(*size, places=SCARCE).rankings
    for rankings in (enough, scarce):
        if faults(rankings, assign(rankings)):
            raise RuntimeError("The stable assignment is not stable.")
    assigned, name = assign(enough), _named(size)
    return {
        f"stable_{name}_ms": _ms(lambda: assign(enough), rounds),
        f"stable_scarce_{name}_ms": _ms(lambda: assign(scarce), rounds),
        f"stability_check_{name}_ms": _ms(lambda: faults(enough, assigned), FEW),
    }


def _optimal(size: Size) -> dict[str, Value]:
    """What staff will be shown beside a stable assignment, and what it takes to know it."""
    rankings, values = cohort(*size)
    assigned = assign(rankings)
    seconds, found = _timed(lambda: compare(rankings, values, assigned))
    return {
        f"optimal_assignment_{_named(size)}_ms": 1000 * seconds,
        "optimal_blocking_pairs": found.blocking_pairs,
        "stable_percent_of_optimal_value": 100 * found.value / found.optimal_value,
    }


def _beside_library(sizes: tuple[Size, ...]) -> tuple[dict[str, Value], str]:
    """Figures, and what there is to say where there are none."""
    try:
        folder = library()
    except RuntimeError as error:
        return {}, str(error)
    figures: dict[str, Value] = {}
    for size in sizes:
        figures |= _ratios(size, folder)
    return figures, ""


def _ratios(size: Size, folder: Path) -> dict[str, Value]:
    """From lists to an answer, and the matching alone. `RuntimeError` where answers differ."""
    lists = lists_of(cohort(*size).rankings)
    outside = assign_outside(folder, lists)
    if outside.assigned != _from_lists(lists):
        raise RuntimeError(f"The library assigns {_named(size)} otherwise.")
    rankings = cohort(*size).rankings
    whole, alone = _ms(lambda: _from_lists(lists), FEW), _ms(lambda: assign(rankings), ROUNDS)
    return {
        f"ratio_matching_library_{_named(size)}": 1000 * (outside.build + outside.solve) / whole,
        f"ratio_matching_library_alone_{_named(size)}": 1000 * outside.solve / alone,
    }


def _from_lists(lists: Lists) -> dict[int, int]:
    rankings = Rankings.from_lists(lists.residents, lists.hosts, lists.capacities)
    return rankings.by_id(assign(rankings))


def _ms(work: Callable[[], object], rounds: int) -> float:
    """The median."""
    return 1000 * statistics.median(_timed(work)[0] for _ in range(rounds))


def _timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer


def _named(size: Size) -> str:
    return f"{size[0]}_x_{size[1]}"
