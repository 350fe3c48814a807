"""What each criterion comes to for the whole: alternatives as alternatives, `not` the right way.

Pure. A programme's rule is read as the list of what it requires; each is one criterion, or a group
of which one is enough, or of which all are needed.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from grants.evaluation import Evaluation, Truth, Why, truth_of
from grants.rules import AllOf, AnyOf, Criterion, Not, Rule


class State(StrEnum):
    """In the order in which they are read.

    otherwise: not met, while another way is open; unneeded: another way is met; unasked: not said,
    and no answer changes the result any more
    """

    ASKED = "asked"
    UNPUBLISHED = "unpublished"
    UNMET = "unmet"
    MET = "met"
    OTHERWISE = "otherwise"
    UNNEEDED = "unneeded"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Standing:
    """A criterion, or a group with its parts; is_either: one of the parts is enough."""

    state: State
    criterion: Criterion | None = None
    parts: tuple["Standing", ...] = ()
    is_either: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many requirements there are, and how many stand in which state."""

    total: int
    of: Mapping[State, int]

    def __getitem__(self, state: State) -> int:
        return self.of.get(state, 0)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was met or missed yet."""
        return not self[State.MET] and not self[State.UNMET]


def standings(rule: Rule, evaluation: Evaluation) -> list[Standing]:
    """Every requirement, what waits for an answer first, otherwise as the document has them."""
    reader = _Reader(evaluation)
    found = [reader.of(each, State.UNMET) for each in requirements(rule)]
    order = list(State)
    return sorted(found, key=lambda standing: order.index(standing.state))


def tally(standings: list[Standing]) -> Tally:
    return Tally(len(standings), Counter(each.state for each in standings))


def requirements(rule: Rule) -> tuple[Rule, ...]:
    """The parts that are needed all together."""
    plain = normal(rule)
    return plain.parts if isinstance(plain, AllOf) else (plain,)


def normal(rule: Rule, *, negated: bool = False) -> Rule:
    """The same rule with `not` before criteria alone, and no group directly within its own kind."""
    match rule:
        case Criterion():
            return Not(rule) if negated else rule
        case Not(part):
            return normal(part, negated=not negated)
        case AllOf(parts):
            return _group(AnyOf if negated else AllOf, parts, negated=negated)
        case AnyOf(parts):
            return _group(AllOf if negated else AnyOf, parts, negated=negated)


def _group(kind: type[AllOf] | type[AnyOf], parts: tuple[Rule, ...], *, negated: bool) -> Rule:
    made = [normal(part, negated=negated) for part in parts]
    flat = (each for part in made for each in (part.parts if isinstance(part, kind) else (part,)))
    once = tuple(dict.fromkeys(flat))
    return once[0] if len(once) == 1 else kind(once)


class _Reader:
    """Reads parts of a normal rule; `missed` is what a part that is not met comes to."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.results, self.asks = evaluation.results, evaluation.asks
        self.truths = {name: result.truth for name, result in self.results.items()}

    def of(self, rule: Rule, missed: State) -> Standing:
        truth = truth_of(rule, self.truths)
        match rule:
            case AllOf(parts) | AnyOf(parts):
                is_either = isinstance(rule, AnyOf)
                within = self._within(truth, missed) if is_either else missed
                read = tuple(self.of(part, within) for part in parts)
                state = _settled(truth, missed) or _open_state(read)
                return Standing(state, parts=read, is_either=is_either)
            case Not(Criterion() as leaf) | (Criterion() as leaf):
                return Standing(_settled(truth, missed) or self._unknown(leaf), leaf)
        raise TypeError(f"{rule!r} is no part of a normal rule.")

    def _within(self, truth: Truth, missed: State) -> State:
        """What is not met among alternatives: not needed, or one of several ways."""
        if missed is State.UNNEEDED or truth is Truth.MET:
            return State.UNNEEDED
        return State.OTHERWISE if truth is Truth.UNKNOWN else missed

    def _unknown(self, leaf: Criterion) -> State:
        if self.results[leaf.id].why is Why.RULE:
            return State.UNPUBLISHED
        return State.ASKED if leaf.fact in self.asks else State.UNASKED


def _settled(truth: Truth, missed: State) -> State | None:
    """`None` for what is still open; beside a way that is met nothing is."""
    if truth is Truth.MET:
        return State.MET
    return missed if truth is Truth.UNMET or missed is State.UNNEEDED else None


def _open_state(parts: tuple[Standing, ...]) -> State:
    """An open group waits for an answer if any part does."""
    found = {part.state for part in parts}
    return next(
        (state for state in (State.ASKED, State.UNPUBLISHED) if state in found), State.UNASKED
    )
