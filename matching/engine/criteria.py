"""One declaration per criterion: a pure function of two small integers.

From it come the oracle, the explanation of a pair and the tables the kernel adds up. A value is
0..1000 (per mille of a perfect fit) or `None`, a veto: the two must not meet.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

ONE = 1000
"""The value of a criterion that is met in full, and what each side's weights add up to."""
UNSAID = 400
"""The value of a criterion when either side has not said its fact: never a veto."""

WORD = 64
MOST_CODES = 255
MOST_FACET_BITS = 63


@dataclass(frozen=True, slots=True)
class Level:
    """Two codes compared, such as seniority or pay. `value(holder's, requirer's)`, 0..size-1."""

    name: str
    value: Callable[[int, int], int | None]
    size: int = 32


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two bit masks compared, such as working hours. `value(common bits, need)`.

    Common bits are 0..width, need is 1..most_needed.
    """

    name: str
    value: Callable[[int, int], int | None]
    width: int = 24
    most_needed: int = 24


@dataclass(frozen=True, slots=True)
class Coverage:
    """The weighted share of the required skills that the holder has."""

    name: str


Criterion = Level | Overlap | Coverage
Criteria = Sequence[Criterion]
Weights = Mapping[str, tuple[int, int]]
"""Criterion name to (holder's, requirer's) weight, per mille."""


def check_weights(criteria: Criteria, weights: Weights) -> list[str]:
    """What is wrong with a set of weights, one sentence each; empty when it can be used."""
    names = [criterion.name for criterion in criteria]
    wrong = [f"Give “{name}” a weight for each side." for name in names if name not in weights]
    wrong += [
        f"Remove the weight of “{name}”: this pairing has no such criterion."
        for name in weights
        if name not in names
    ]
    for place, side in enumerate(("holder", "requirer")):
        wrong += _check_side(side, {name: weights[name][place] for name in weights})
    return wrong


def _check_side(side: str, weights: Mapping[str, int]) -> list[str]:
    wrong = [
        f"The {side}'s weight of “{name}” is {weight}: make it 0 or more."
        for name, weight in weights.items()
        if weight < 0
    ]
    total = sum(weights.values())
    if total != ONE:
        wrong.append(f"The {side}'s weights add up to {total}: make them add up to {ONE}.")
    return wrong


def check_criteria(criteria: Criteria) -> list[str]:
    """What is wrong with a declaration, one sentence each; empty when it can be used."""
    counts = Counter(criterion.name for criterion in criteria)
    wrong = [
        f"Rename one “{name}”: it is declared {n} times." for name, n in counts.items() if n > 1
    ]
    if "" in counts:
        wrong.append("Give every criterion a name.")
    coverages = sum(isinstance(criterion, Coverage) for criterion in criteria)
    if coverages != 1:
        wrong.append(f"Declare exactly one Coverage: there are {coverages}.")
    for criterion in criteria:
        wrong += _check_size(criterion) or _check_values(criterion)
    if facet_bits(criteria) > MOST_FACET_BITS:
        wrong.append(
            f"The levels and silences need {facet_bits(criteria)} bits and {MOST_FACET_BITS} fit: "
            "declare fewer or smaller levels."
        )
    return wrong


def facet_bits(criteria: Criteria) -> int:
    """Bits of the key that tells apart all level codes and all silences of a holder."""
    levels = sum(c.size.bit_length() for c in criteria if isinstance(c, Level))
    return levels + sum(isinstance(c, Overlap) for c in criteria)


def _check_size(criterion: Criterion) -> list[str]:
    match criterion:
        case Level(name, _, size) if not 1 <= size <= MOST_CODES:
            return [f"“{name}” has {size} codes: declare a size of 1 to {MOST_CODES}."]
        case Overlap(name, _, width, _) if not 1 <= width <= WORD:
            return [f"“{name}” is {width} bits wide: declare a width of 1 to {WORD}."]
        case Overlap(name, _, _, most) if not 1 <= most <= WORD:
            return [f"“{name}” can need {most} bits: declare a most_needed of 1 to {WORD}."]
    return []


def _check_values(criterion: Criterion) -> list[str]:
    if isinstance(criterion, Coverage):
        return []
    for first, second in _domain(criterion):
        try:
            value = criterion.value(first, second)
        except Exception as error:
            what = f"raised {type(error).__name__}: {error}"
        else:
            if value is None or (type(value) is int and 0 <= value <= ONE):
                continue
            what = f"gave {value!r}"
        return [
            f"“{criterion.name}” {what} for ({first}, {second}): "
            f"return a whole number of 0 to {ONE}, or None for a veto."
        ]
    return []


def _domain(criterion: Level | Overlap) -> Iterator[tuple[int, int]]:
    if isinstance(criterion, Level):
        return ((h, r) for h in range(criterion.size) for r in range(criterion.size))
    needs = range(1, criterion.most_needed + 1)
    return ((common, need) for common in range(criterion.width + 1) for need in needs)
