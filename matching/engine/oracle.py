"""The score of a pair in plain Python: slow, short, and what every kernel must equal."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest

from matching.engine.criteria import (
    FULL_CREDIT,
    ONE,
    UNSAID,
    Coverage,
    Criteria,
    Criterion,
    Level,
    Overlap,
    Weights,
)
from matching.engine.parties import Holder, Party, Requirer


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one criterion says of a pair: 0..1000 or `None` (veto), and who said their fact."""

    criterion: Criterion
    value: int | None
    said_by_holder: bool
    said_by_requirer: bool


def judge(holder: Holder, requirer: Requirer, criteria: Criteria) -> Iterator[Judgement]:
    """Every criterion's judgement of a pair, in the order of the declaration."""
    level = overlap = 0
    for criterion in criteria:
        if isinstance(criterion, Level):
            yield _level(criterion, holder.levels[level], requirer.levels[level])
            level += 1
        elif isinstance(criterion, Overlap):
            yield _overlap(
                criterion,
                holder.masks[overlap],
                requirer.masks[overlap],
                requirer.needs[overlap],
            )
            overlap += 1
        else:
            yield _coverage(criterion, holder, requirer)


def _level(criterion: Level, holder: int | None, requirer: int | None) -> Judgement:
    if holder is None or requirer is None:
        return Judgement(
            criterion,
            UNSAID,
            said_by_holder=holder is not None,
            said_by_requirer=requirer is not None,
        )
    return Judgement(
        criterion, criterion.value(holder, requirer), said_by_holder=True, said_by_requirer=True
    )


def _overlap(
    criterion: Overlap, holder: int | None, requirer: int | None, need: int | None
) -> Judgement:
    if holder is None or requirer is None or not need:
        asked = requirer is not None and bool(need)
        return Judgement(criterion, UNSAID, holder is not None, asked)
    common = (holder & requirer).bit_count()
    return Judgement(
        criterion, criterion.value(common, need), said_by_holder=True, said_by_requirer=True
    )


def _coverage(criterion: Coverage, holder: Holder, requirer: Requirer) -> Judgement:
    total = FULL_CREDIT * sum(asked.weight for asked in requirer.skills.values())
    earned = sum(
        asked.weight * criterion.credit(holder.skills[skill], asked.level)
        for skill, asked in requirer.skills.items()
        if skill in holder.skills
    )
    value = ONE * earned // total if total else 0
    return Judgement(criterion, value, bool(holder.skills), bool(requirer.skills))


def harmonic(a: int, b: int) -> int:
    """The harmonic mean of both sides' totals, rounded down; 0 where both are 0."""
    return 2 * a * b // (a + b) if a + b else 0


def score(holder: Holder, requirer: Requirer, criteria: Criteria, weights: Weights) -> int | None:
    """How well a pair fits for the less convinced side, 0..1,000,000; `None` if vetoed."""
    a = b = 0
    for judgement in judge(holder, requirer, criteria):
        if judgement.value is None:
            return None
        holder_weight, requirer_weight = weights[judgement.criterion.name]
        a += holder_weight * judgement.value
        b += requirer_weight * judgement.value
    return harmonic(a, b)


def best(
    query: Party,
    counterparts: Iterable[Party],
    criteria: Criteria,
    weights: Weights,
    k: int,
    excluded: Collection[int] = frozenset(),
) -> list[tuple[int, int]]:
    """The k best counterparts of the other side as (id, score): best first, then smaller id."""
    scored = (
        (other.id, _either_way(query, other, criteria, weights))
        for other in counterparts
        if other.id not in excluded
    )
    kept = ((id_, value) for id_, value in scored if value is not None)
    return nsmallest(k, kept, key=lambda match: (-match[1], match[0]))


def _either_way(query: Party, other: Party, criteria: Criteria, weights: Weights) -> int | None:
    if isinstance(query, Holder) and isinstance(other, Requirer):
        return score(query, other, criteria, weights)
    if isinstance(query, Requirer) and isinstance(other, Holder):
        return score(other, query, criteria, weights)
    raise TypeError("Compare a holder with requirers, or a requirer with holders.")
