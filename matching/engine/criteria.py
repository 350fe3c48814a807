"""One declaration per criterion: a pure function of two small integers.

From it come the oracle, the explanation of a pair and the tables the kernel adds up. A value is
0..1000 (per mille of a perfect fit) or `None`, a veto: the two must not meet.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

ONE = 1000
"""The value of a criterion that is met in full, and what each side's weights add up to."""
UNSAID = 400
"""The value of a criterion when either side has not said its fact: never a veto."""
FULL_CREDIT = 20
"""What a skill earns that is held as well as asked: credits are counted in twentieths."""

WORD = 64
MOST_CODES = 255
MOST_FACET_BITS = 63
MOST_SKILL_LEVELS = 7


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


def credit_by_level(held: int, asked: int) -> int:
    """All of it at the level that was asked, or above; less with each level that is wanting."""
    return (FULL_CREDIT, 12, 6, 3, 1)[min(max(asked - held, 0), 4)]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The weighted share of the required skills that the holder has, each by its level.

    `credit(level held, level asked)` in twentieths, 0..20; held is 1..levels, asked 0..levels,
    0 where any level will do.
    """

    name: str
    credit: Callable[[int, int], int] = credit_by_level
    levels: int = 4


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
        case Coverage(name, _, levels) if not 1 <= levels <= MOST_SKILL_LEVELS:
            return [f"“{name}” has {levels} levels: declare 1 to {MOST_SKILL_LEVELS}."]
    return []


def _check_values(criterion: Criterion) -> list[str]:
    most, or_veto = (
        (FULL_CREDIT, "") if isinstance(criterion, Coverage) else (ONE, ", or None for a veto")
    )
    function = criterion.credit if isinstance(criterion, Coverage) else criterion.value
    for first, second in _domain(criterion):
        try:
            value = function(first, second)
        except Exception as error:
            what = f"raised {type(error).__name__}: {error}"
        else:
            if (value is None and or_veto) or (type(value) is int and 0 <= value <= most):
                continue
            what = f"gave {value!r}"
        return [
            f"“{criterion.name}” {what} for ({first}, {second}): "
            f"return a whole number of 0 to {most}{or_veto}."
        ]
    return []


def _domain(criterion: Criterion) -> Iterator[tuple[int, int]]:
    match criterion:
        case Level(size=size):
            return product(range(size), range(size))
        case Overlap(width=width, most_needed=most):
            return product(range(width + 1), range(1, most + 1))
        case Coverage(levels=levels):
            return product(range(1, levels + 1), range(levels + 1))
