"""Each programme against cases worked out by hand from what is published (`golden/*.toml`).

`[facts]` are those of somebody who meets all that is published; a case replaces some (`said`),
takes some away (`unsaid`), or has its own (`only`). An amount is [low, high], "none" if left out.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from grants.amounts import Estimate, estimate
from grants.documents import programme_of, read_all
from grants.evaluation import Evaluation, Truth
from grants.facts import FACTS
from grants.rules import Criterion, Facts, criteria_of

TODAY = date(2026, 11, 26)
FOLDER = Path(__file__).parent / "golden"
PROGRAMMES = {document["slug"]: programme_of(document) for document in read_all()}


@dataclass(frozen=True)
class Case:
    slug: str
    facts: Facts
    as_of: date
    wanted: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.slug}: {self.wanted['name']}"

    @property
    def truths(self) -> dict[str, Truth]:
        return {name: truth for truth in Truth for name in self.wanted.get(truth, ())}

    def evaluation(self) -> Evaluation:
        return PROGRAMMES[self.slug].rules.evaluate(self.facts, as_of=self.as_of)

    def estimate(self) -> Estimate:
        programme = PROGRAMMES[self.slug]
        if programme.formula is None:
            return Estimate()
        return estimate(programme.formula, self.facts, programme.rules.parameters, as_of=self.as_of)


def cases_in(path: Path) -> Iterator[Case]:
    file = tomllib.loads(path.read_text("utf-8"))
    for wanted in file["cases"]:
        facts = wanted.get("only", file.get("facts", {}) | wanted.get("said", {}))
        kept = {name: said for name, said in facts.items() if name not in wanted.get("unsaid", ())}
        yield Case(path.stem, kept, wanted.get("as_of", file["as_of"]), wanted)


def number_of(slug: str, leaf: Criterion) -> Decimal | None:
    """`None` where it compares with no number, and where nobody could read the number."""
    parameters = PROGRAMMES[slug].rules.parameters
    return parameters[leaf.parameter].at(TODAY) if leaf.parameter else None


CASES = [case for path in sorted(FOLDER.glob("*.toml")) for case in cases_in(path)]
OF = {slug: [case for case in CASES if case.slug == slug] for slug in PROGRAMMES}
CRITERIA = [
    pytest.param(slug, leaf, id=f"{slug}: {leaf.id}")
    for slug, programme in PROGRAMMES.items()
    for leaf in dict.fromkeys(criteria_of(programme.rules.rule))
]
NUMBERED = [each for each in CRITERIA if number_of(*each.values) is not None]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_said_of_it_is_what_was_worked_out_by_hand(case):
    found = case.evaluation()
    assert found.verdict == case.wanted["verdict"]
    assert {name: found.results[name].truth for name in case.truths} == case.truths
    assert set(found.asks) == set(case.wanted.get("asks", ()))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_amount_is_what_was_worked_out_by_hand(case):
    found, wanted = case.estimate(), case.wanted.get("amount", "none")
    low, high = (None, None) if wanted == "none" else map(Decimal, wanted)
    assert (found.low, found.high) == (low, high)


def test_every_programme_has_cases_and_no_name_is_used_twice():
    assert {case.slug for case in CASES} == set(PROGRAMMES)
    assert len({str(case) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_says_only_what_somebody_could_answer(case):
    assert [name for name, said in case.facts.items() if not FACTS[name].takes(said)] == []


@pytest.mark.parametrize(("slug", "leaf"), CRITERIA)
def test_every_criterion_is_met_unmet_and_unknown_in_some_case(slug, leaf):
    """One whose number nobody could read stays unknown, whether its fact is said or not."""
    tried = [case for case in OF[slug] if leaf.id in case.truths]
    if leaf.parameter and number_of(slug, leaf) is None:
        assert {leaf.fact in case.facts for case in tried} == {True, False}
        assert {case.truths[leaf.id] for case in tried} == {Truth.UNKNOWN}
    else:
        assert {case.truths[leaf.id] for case in tried} == set(Truth)


@pytest.mark.parametrize(("slug", "leaf"), NUMBERED)
def test_every_published_number_is_tried_just_under_at_and_just_over(slug, leaf):
    number = number_of(slug, leaf)
    said = {case.facts[leaf.fact] for case in OF[slug] if leaf.fact in case.facts}
    assert said >= {number - 1, number, number + 1}


@pytest.mark.parametrize("slug", ["ipsd-nexus", "upskill-internship"])
def test_the_cap_holds_in_one_case_and_does_not_in_another(slug):
    ways = [way for case in OF[slug] for way in case.estimate().ways]
    holds = {line.is_decisive for way in ways for line in way.lines if line.code == "cap"}
    assert holds == {True, False}


@pytest.mark.parametrize(("months", "is_young"), [(11, True), (12, False), (13, False)])
def test_a_firm_is_young_enough_for_one_window_or_old_enough_for_the_other(months, is_young):
    """Training providers: below 12 months; infrastructure: 12 and more; the two never meet."""
    firm = {"months_operating": months}
    training = PROGRAMMES["pioneer-training-providers"].rules.evaluate(firm, as_of=TODAY)
    infrastructure = PROGRAMMES["pioneer-infrastructure"].rules.evaluate(firm, as_of=TODAY)
    assert training.results["young_enough"].truth == (Truth.MET if is_young else Truth.UNMET)
    assert infrastructure.results["long_enough"].truth == (Truth.UNMET if is_young else Truth.MET)
