"""The one step that fits next, from how somebody stands: a pure function, without a query."""

from dataclasses import dataclass

from matching.engagements.ladder.rungs import LADDER, Rung, height_of


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides about the next step of one person.

    roles: which of `rungs.ROLES` they hold
    done: pairings in which something of theirs came true, as the owner of the opening
    begun: pairings in which an opening of theirs stands, or something runs
    met: pairings in which somebody is there whom they may meet
    rests: slugs of the steps that they set aside
    is_calm: whether nothing waits for their answer, and nothing ended badly lately
    """

    roles: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    rests: frozenset[str] = frozenset()
    is_calm: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, what may come next, and the role that it needs first, "" where none."""

    done: Rung
    rung: Rung
    adds: str


def next_step(standing: Standing) -> Step | None:
    """The first above the highest of what came true that fits; `None` is as good an answer.

    While a higher one is being taken no other is named, and one that rests has no substitute.
    """
    if not (standing.roles and standing.done and standing.is_calm):
        return None
    height = max(map(height_of, standing.done))
    above = LADDER[height + 1 :]
    if any(rung.counts & standing.begun for rung in above):
        return None
    rung = next((rung for rung in above if _fits(rung, standing)), None)
    if rung is None or rung.slug in standing.rests:
        return None
    return Step(LADDER[height], rung, "" if rung.roles & standing.roles else rung.added)


def _fits(rung: Rung, standing: Standing) -> bool:
    may_stand = bool(rung.roles & standing.roles or rung.added)
    return may_stand and rung.pairing in standing.met
