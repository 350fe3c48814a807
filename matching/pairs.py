"""One pair explained to one of its sides, in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from matching import facts, weights
from matching.engine.criteria import ONE, Coverage, Weights
from matching.engine.explanation import (
    Finding,
    Lift,
    SideName,
    State,
    explain,
    lifts,
)
from matching.engine.parties import Holder, Requirer
from matching.loaded import complete, profile_of
from matching.models import Candidacy, Opening
from matching.pair_skills import SkillRow, skill_rows
from matching.pairings.declaration import Pairing, Rule, Side
from matching.pairings.facts import Facts
from matching.pairings.values import RELATED
from matching.pairings.words import Words
from profiles.isolation import isolated

MOST_LIFTS = 3


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion as a side reads it.

    says: the two facts in words, "" where unsaid or withheld; weights and points are per mille
    of a side's whole judgement (points = weight x value), value 0..1000 or `None` for a veto.
    measured: of one side alone, which does not say it but shows it by what it does.
    """

    name: str
    label: str
    state: State
    value: int | None
    own_says: str
    their_says: str
    own_said: bool
    they_said: bool
    own_points: int
    own_weight: int
    their_points: int
    their_weight: int
    measured: bool


@dataclass(frozen=True, slots=True)
class LiftRow:
    """One change on the reader's own side and the scores before (`None`: ruled out) and after."""

    name: str
    text: str
    before: int | None
    after: int


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair as one side reads it. Scores and totals are 0..1,000,000; score `None`: ruled out."""

    pairing: Pairing
    own_side: Side
    score: int | None
    own_total: int
    their_total: int
    rows: tuple[CriterionRow, ...]
    vetoes: tuple[str, ...]
    skills: tuple[SkillRow, ...]
    lifts: tuple[LiftRow, ...]

    @property
    def held_skills(self) -> list[str]:
        return [skill.label for skill in self.skills if skill.state == "held"]

    @property
    def skills_in_part(self) -> list[str]:
        return [skill.says for skill in self.skills if skill.state == "in part"]

    @property
    def missing_skills(self) -> list[str]:
        return [skill.label for skill in self.skills if skill.state == "missing"]


def explain_pair(
    pairing: Pairing,
    opening_id: int,
    candidacy_id: int,
    *,
    own_side: Side,
    discloses_all: bool = False,
) -> PairView | None:
    """Explain one pair, with what would lift it; `None` where either row is gone."""
    opening = Opening.objects.for_cards().filter(pk=opening_id, pairing=pairing.slug).first()
    found = Candidacy.objects.for_cards().filter(pk=candidacy_id, pairing=pairing.slug)
    candidacy = found.first()
    if opening is None or candidacy is None:
        return None
    own, other = (opening, candidacy) if own_side == "opening" else (candidacy, opening)
    return explain_many(own, [other], discloses_all=discloses_all, with_lifts=True)[other.pk]


def explain_many(
    own: Opening | Candidacy,
    others: Sequence[Opening | Candidacy],
    *,
    discloses_all: bool = False,
    with_lifts: bool = False,
) -> dict[int, PairView]:
    """Explain one party's pairs with others of the same pairing, by their keys.

    The rows were loaded with their profiles. Four queries; one where they are `complete`, and that
    one less where `own` has its weights (`weights.carried`).
    """
    pairing = own.declaration
    complete([own, *others])
    own_side, other_side = _sides(own)
    labels = _skill_labels([own, *others], of_holder=pairing.holder)
    counted = weights.of(own).weights
    reader = _Reader(pairing, own_side, discloses_all, with_lifts, labels, counted)
    facts_of_own = facts.of(pairing, own_side, own)
    return {
        other.pk: reader.view(facts_of_own, facts.of(pairing, other_side, other))
        for other in others
    }


def _sides(own: Opening | Candidacy) -> tuple[Side, Side]:
    return ("opening", "candidacy") if isinstance(own, Opening) else ("candidacy", "opening")


def _skill_labels(rows: Iterable[Opening | Candidacy], *, of_holder: Side) -> dict[int, str]:
    """Labels of the skills that one side holds and the other asks for."""
    found: dict[int, str] = {}
    for row in rows:
        holds = _sides(row)[0] == of_holder
        skills = profile_of(row).held_skills.all() if holds else row.asked_skills.all()
        found |= {each.skill_id: each.skill.label for each in skills}
    return found


class _Reader:
    """Turns the engine's explanation into what one side may read."""

    def __init__(
        self,
        pairing: Pairing,
        own_side: Side,
        discloses_all: bool,
        with_lifts: bool,
        skills: Mapping[int, str],
        counted: Weights,
    ) -> None:
        self.pairing = pairing
        self.own_side = own_side
        self.discloses_all = discloses_all
        self.with_lifts = with_lifts
        self.skills = skills
        self.weights = counted
        self.own_holds = pairing.holder == own_side

    def view(self, own: Facts, other: Facts) -> PairView:
        held_by, asked_by = (own, other) if self.own_holds else (other, own)
        holder, requirer = self.pairing.holder_of(held_by), self.pairing.requirer_of(asked_by)
        found = explain(holder, requirer, self.pairing.criteria, self.weights)
        totals = (found.holder_total, found.requirer_total)
        own_total, their_total = totals if self.own_holds else totals[::-1]
        return PairView(
            pairing=self.pairing,
            own_side=self.own_side,
            score=found.score,
            own_total=own_total,
            their_total=their_total,
            rows=tuple(self._row(finding, own, other) for finding in found.findings),
            vetoes=tuple(str(self.pairing.rule(name).label) for name in found.vetoes),
            skills=tuple(skill_rows(found, held_by, asked_by, self.skills)),
            lifts=self._lifts(holder, requirer) if self.with_lifts else (),
        )

    def _row(self, finding: Finding, own: Facts, other: Facts) -> CriterionRow:
        rule = self.pairing.rule(finding.name)
        says = (rule.says_holder, rule.says_requirer)
        own_says, their_says = says if self.own_holds else says[::-1]
        said = (finding.said_by_holder, finding.said_by_requirer)
        own_said, they_said = said if self.own_holds else said[::-1]
        points = (finding.holder_points // ONE, finding.requirer_points // ONE)
        counts = (finding.holder_weight, finding.requirer_weight)
        own_points, their_points = points if self.own_holds else points[::-1]
        own_weight, their_weight = counts if self.own_holds else counts[::-1]
        return CriterionRow(
            name=finding.name,
            label=str(rule.label),
            state=finding.state,
            value=finding.value,
            own_says=own_says(own),
            their_says=their_says(other) if self._may_read(rule) else "",
            own_said=own_said,
            they_said=they_said,
            own_points=own_points,
            own_weight=own_weight,
            their_points=their_points,
            their_weight=their_weight,
            measured=rule.measured,
        )

    def _may_read(self, rule: Rule) -> bool:
        """An opening's terms are published; a candidate's private ones are not disclosed."""
        return self.discloses_all or self.own_side == "candidacy" or not rule.private

    def _lifts(self, holder: Holder, requirer: Requirer) -> tuple[LiftRow, ...]:
        side: SideName = "holder" if self.own_holds else "requirer"
        found = lifts(holder, requirer, self.pairing.criteria, self.weights, side)
        rows = (self._lift(lift, self._words(lift, holder)) for lift in found)
        return tuple([row for row in rows if row is not None][:MOST_LIFTS])

    def _words(self, lift: Lift, holder: Holder) -> Words:
        """What could be done, "" where nobody could sensibly do it."""
        rule = self.pairing.rule(lift.name)
        if not self.own_holds:
            return rule.lift_requirer
        is_held = lift.skill_level and holder.skills.get(lift.code, RELATED) != RELATED
        return rule.lift_level if is_held else rule.lift_holder

    def _lift(self, lift: Lift, words: Words) -> LiftRow | None:
        """The change in words; `None` where there are none."""
        if not words:
            return None
        rule = self.pairing.rule(lift.name)
        is_skill = isinstance(rule.measure, Coverage)
        code = lift.skill_level if is_skill else lift.code
        values = {
            "skill": isolated(self.skills[lift.code]) if is_skill else "",
            "value": rule.says_code(code) if rule.says_code else "",
        }
        return LiftRow(lift.name, str(words) % values, lift.before, lift.after)


def reasons(view: PairView) -> str:
    """The one line that says why: skills held of those asked, what counts in part, what misses."""
    if not view.skills:
        return _("No skills were asked for.")
    said = _("%(held)d of %(asked)d required skills") % {
        "held": len(view.held_skills),
        "asked": len(view.skills),
    }
    if view.skills_in_part:
        part = _(", ").join(view.skills_in_part)
        said = _("%(held)s; in part: %(part)s") % {"held": said, "part": part}
    if view.missing_skills:
        missing = _(", ").join(map(isolated, view.missing_skills))
        said = _("%(held)s; missing: %(missing)s") % {"held": said, "missing": missing}
    return said
