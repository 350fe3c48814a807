"""What a pairing is: who meets whom, on which criteria, with which weights and words.

A pairing is one file in this folder with a `PAIRING`. From it come the registry, the forms,
the engine's criteria, the explanation and the pages' words; no other file is edited.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from matching.engine.criteria import Coverage, Criterion, Level, Overlap, Weights
from matching.engine.parties import Holder, Party, Requirer
from matching.pairings.facts import Facts
from matching.pairings.terms import TermsForm
from matching.pairings.words import SideWords, Words

Code = Callable[[Facts], int | None]
Say = Callable[[Facts], str]
Side = Literal["opening", "candidacy"]
SIDES: tuple[Side, Side] = ("opening", "candidacy")


def other(side: Side) -> Side:
    return "candidacy" if side == "opening" else "opening"


@dataclass(frozen=True, slots=True)
class Rule:
    """One criterion with the facts it reads and the words it is shown in.

    measure: the engine's criterion; its value function is the one truth
    weights: what it counts for (holder, requirer), per mille; staff may publish others
    has, needs: the holder's and requirer's level code or mask, `None` where not said
    need: of an Overlap, how many bits the requirer needs; `None` where not said
    says_holder, says_requirer: both facts in the reader's language, "" where not said
    says_code: of a Level, a code in words, for the lifts; of a Coverage, a level
    lift_holder, lift_requirer: what that side could do ("%(value)s" is the code in words,
        "%(skill)s" a skill), "" where nothing sensible
    lift_level: of a Coverage, what the holder could do where a skill is held and more is asked
        ("%(value)s" is the level)
    private: the candidate's value is not disclosed with the match (its state is)
    measured: of one side alone, which does not say it but shows it by what it does
    """

    measure: Criterion
    label: Words
    weights: tuple[int, int]
    has: Code
    needs: Code
    says_holder: Say
    says_requirer: Say
    need: Code | None = None
    says_code: Callable[[int], str] | None = None
    lift_holder: Words = ""
    lift_requirer: Words = ""
    lift_level: Words = ""
    private: bool = False
    measured: bool = False

    @property
    def name(self) -> str:
        return self.measure.name


@dataclass(frozen=True, slots=True)
class Pairing:
    """One way in which two profiles may meet. `slug` is stored; see the table in the docs.

    firm_types: by side, the types of firm that take it; a side not named here takes every type
    hours_month: what an accepted introduction takes of a volunteer's month where nobody says more
    accepting_fills_a_place: whether an introduction that is accepted takes a place of the opening,
        as with a mentor; elsewhere it begins a talk, and a place is taken by what comes of it
    """

    slug: str
    pillar: str
    label: Words
    opening_label: Words
    candidate_label: Words
    owner_kinds: frozenset[str]
    candidate_kinds: frozenset[str]
    holder: Side
    opening_terms: type[TermsForm]
    candidacy_terms: type[TermsForm]
    opening_words: SideWords
    candidacy_words: SideWords
    rules: tuple[Rule, ...]
    firm_types: Mapping[Side, frozenset[str]] = field(default_factory=dict)
    hours_month: int = 1
    accepting_fills_a_place: bool = False
    level_rules: tuple[Rule, ...] = field(init=False, repr=False)
    overlap_rules: tuple[Rule, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name, kind in (("level_rules", Level), ("overlap_rules", Overlap)):
            rules = tuple(rule for rule in self.rules if isinstance(rule.measure, kind))
            object.__setattr__(self, name, rules)

    def __str__(self) -> str:
        return self.slug

    @property
    def requirer(self) -> Side:
        return "candidacy" if self.holder == "opening" else "opening"

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(rule.measure for rule in self.rules)

    @property
    def weights(self) -> Weights:
        """The declared weights; a published WeightSet takes their place."""
        return {rule.name: rule.weights for rule in self.rules}

    def rule(self, name: str) -> Rule:
        return next(rule for rule in self.rules if rule.name == name)

    def terms(self, side: Side) -> type[TermsForm]:
        return self.opening_terms if side == "opening" else self.candidacy_terms

    def words(self, side: Side) -> SideWords:
        return self.opening_words if side == "opening" else self.candidacy_words

    def kinds(self, side: Side) -> frozenset[str]:
        return self.owner_kinds if side == "opening" else self.candidate_kinds

    def takes(self, side: Side, kind: str, firm_type: str = "") -> bool:
        """Whether a profile of that kind, and where it is a firm of that type, may be the side."""
        types = self.firm_types.get(side)
        return kind in self.kinds(side) and (types is None or kind != "firm" or firm_type in types)

    def party_of(self, side: Side, facts: Facts) -> Party:
        """Whichever of the two a side is, as the engine sees it."""
        return self.holder_of(facts) if side == self.holder else self.requirer_of(facts)

    def holder_of(self, facts: Facts) -> Holder:
        """The holder as the engine sees it."""
        return Holder(
            id=facts.id,
            levels=tuple([rule.has(facts) for rule in self.level_rules]),
            masks=tuple([rule.has(facts) for rule in self.overlap_rules]),
            skills=facts.skills,
        )

    def requirer_of(self, facts: Facts) -> Requirer:
        """The requirer as the engine sees it."""
        return Requirer(
            id=facts.id,
            levels=tuple([rule.needs(facts) for rule in self.level_rules]),
            masks=tuple([rule.needs(facts) for rule in self.overlap_rules]),
            needs=tuple([_need(rule, facts) for rule in self.overlap_rules]),
            skills=facts.asked,
        )


def _need(rule: Rule, facts: Facts) -> int | None:
    """How many bits are needed: what the rule says, else every bit that is asked for."""
    if rule.need is not None:
        return rule.need(facts)
    asked = rule.needs(facts)
    return asked.bit_count() if asked else None


__all__ = [
    "SIDES",
    "Code",
    "Coverage",
    "Level",
    "Overlap",
    "Pairing",
    "Rule",
    "Say",
    "Side",
    "Words",
    "other",
]
