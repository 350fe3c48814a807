"""Why two parties fit or do not, criterion by criterion, and what single change would help."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from matching.engine.criteria import (
    FULL_CREDIT,
    ONE,
    Coverage,
    Criteria,
    Level,
    Overlap,
    Weights,
)
from matching.engine.oracle import Judgement, harmonic, judge, score
from matching.engine.parties import Holder, Party, Requirer

State = Literal["met", "partly", "not met", "not said", "veto"]
SideName = Literal["holder", "requirer"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion of a pair. Value 0..1000 or `None` (veto); points are weight x value."""

    name: str
    value: int | None
    said_by_holder: bool
    said_by_requirer: bool
    holder_points: int
    requirer_points: int
    holder_weight: int
    requirer_weight: int

    @property
    def state(self) -> State:
        if self.value is None:
            return "veto"
        if not (self.said_by_holder and self.said_by_requirer):
            return "not said"
        if self.value >= ONE:
            return "met"
        return "partly" if self.value else "not met"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Both sides of a pair: totals 0..1,000,000 without the vetoed criteria; score or `None`.

    Skills are those the requirer asks for, the weightiest first; short are those held that do not
    earn all, because the level is below what is asked.
    """

    findings: tuple[Finding, ...]
    holder_total: int
    requirer_total: int
    score: int | None
    vetoes: tuple[str, ...]
    held_skills: tuple[int, ...]
    short_skills: tuple[int, ...]
    missing_skills: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lift:
    """One change that would raise a pair's score. `before` is `None` while a veto stands.

    `code` is what it takes: the new level code, the new mask, or the skill to add, to raise to
    `skill_level`, or to drop.
    """

    name: str
    side: SideName
    before: int | None
    after: int
    code: int
    skill_level: int = 0


def explain(
    holder: Holder, requirer: Requirer, criteria: Criteria, weights: Weights
) -> Explanation:
    """Every criterion for both sides, the vetoes, and the skills held and missing."""
    findings = tuple(_finding(j, weights) for j in judge(holder, requirer, criteria))
    a = sum(finding.holder_points for finding in findings)
    b = sum(finding.requirer_points for finding in findings)
    vetoes = tuple(finding.name for finding in findings if finding.value is None)
    asked = sorted(requirer.skills, key=lambda skill: (-requirer.skills[skill].weight, skill))
    held = tuple(skill for skill in asked if skill in holder.skills)
    coverage = next(criterion for criterion in criteria if isinstance(criterion, Coverage))
    return Explanation(
        findings=findings,
        holder_total=a,
        requirer_total=b,
        score=None if vetoes else harmonic(a, b),
        vetoes=vetoes,
        held_skills=held,
        short_skills=tuple(s for s in held if _credit(coverage, holder, requirer, s) < FULL_CREDIT),
        missing_skills=tuple(skill for skill in asked if skill not in holder.skills),
    )


def _credit(coverage: Coverage, holder: Holder, requirer: Requirer, skill: int) -> int:
    held = holder.skills.get(skill)
    return coverage.credit(held, requirer.skills[skill].level) if held else 0


def _finding(judgement: Judgement, weights: Weights) -> Finding:
    holder_weight, requirer_weight = weights[judgement.criterion.name]
    value = judgement.value or 0
    return Finding(
        name=judgement.criterion.name,
        value=judgement.value,
        said_by_holder=judgement.said_by_holder,
        said_by_requirer=judgement.said_by_requirer,
        holder_points=holder_weight * value,
        requirer_points=requirer_weight * value,
        holder_weight=holder_weight,
        requirer_weight=requirer_weight,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One edit to one party: `size` tells the smaller of two equally good ones."""

    name: str
    code: int
    size: int
    edited: Party
    skill_level: int = 0


def lifts(
    holder: Holder, requirer: Requirer, criteria: Criteria, weights: Weights, side: SideName
) -> list[Lift]:
    """Every single change on one side that raises the score, the best first.

    Of a Level only its best code (the nearest, among equals) is listed; of an Overlap, taking
    in all the other side's bits; of the Coverage, each skill that does not earn all added or
    raised to the level that does (holder) or dropped (requirer). Only the score after the change
    counts: what a veto hides is not guessed.
    """
    before = score(holder, requirer, criteria, weights)
    found: dict[tuple[str, int], tuple[int, Change]] = {}
    by_level = {criterion.name for criterion in criteria if isinstance(criterion, Level)}
    for change in _changes(holder, requirer, criteria, side):
        after = _rescored(change.edited, holder, requirer, criteria, weights)
        if after is None or (before is not None and after <= before):
            continue
        slot = (change.name, -1 if change.name in by_level else change.code)
        known = found.get(slot)
        if known is None or (-after, change.size) < (-known[0], known[1].size):
            found[slot] = (after, change)
    order = {criterion.name: place for place, criterion in enumerate(criteria)}
    ranked = sorted(found.values(), key=lambda lift: (-lift[0], order[lift[1].name], lift[1].code))
    return [
        Lift(change.name, side, before, after, change.code, change.skill_level)
        for after, change in ranked
    ]


def _rescored(
    edited: Party, holder: Holder, requirer: Requirer, criteria: Criteria, weights: Weights
) -> int | None:
    if isinstance(edited, Holder):
        return score(edited, requirer, criteria, weights)
    return score(holder, edited, criteria, weights)


def _changes(
    holder: Holder, requirer: Requirer, criteria: Criteria, side: SideName
) -> Iterator[Change]:
    own: Party = holder if side == "holder" else requirer
    other: Party = requirer if side == "holder" else holder
    level = overlap = 0
    for criterion in criteria:
        if isinstance(criterion, Level):
            yield from _other_codes(criterion, own, level)
            level += 1
        elif isinstance(criterion, Overlap):
            yield from _taken_in(criterion, own, other, overlap)
            overlap += 1
        else:
            yield from _skills(criterion, holder, requirer, side)


def _other_codes(criterion: Level, own: Party, place: int) -> Iterator[Change]:
    current = own.levels[place]
    for code in range(criterion.size):
        levels = own.levels[:place] + (code,) + own.levels[place + 1 :]
        size = code if current is None else abs(code - current)
        yield Change(criterion.name, code, size, replace(own, levels=levels))


def _taken_in(criterion: Overlap, own: Party, other: Party, place: int) -> Iterator[Change]:
    theirs = other.masks[place]
    if theirs is None:
        return
    mask = (own.masks[place] or 0) | theirs
    masks = own.masks[:place] + (mask,) + own.masks[place + 1 :]
    yield Change(criterion.name, mask, 0, replace(own, masks=masks))


def _skills(
    coverage: Coverage, holder: Holder, requirer: Requirer, side: SideName
) -> Iterator[Change]:
    levels = range(1, coverage.levels + 1)
    for skill, asked in requirer.skills.items():
        if _credit(coverage, holder, requirer, skill) == FULL_CREDIT:
            continue
        level = max(levels, key=lambda level: (coverage.credit(level, asked.level), -level))
        edited: Party
        if side == "holder":
            edited = replace(holder, skills={**holder.skills, skill: level})
        else:
            kept = {other: each for other, each in requirer.skills.items() if other != skill}
            edited = replace(requirer, skills=kept)
        yield Change(coverage.name, skill, 0, edited, level)
