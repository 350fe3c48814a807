"""A programme read with somebody's facts on a day: verdict, rules, what it could be worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from grants.amounts import Estimate, estimate, facts_of
from grants.documents import Programme as Read
from grants.documents import programme_of
from grants.evaluation import Evaluation, Verdict
from grants.models import Programme, RuleSet
from grants.rules import Facts, criteria_of


@dataclass(frozen=True, slots=True)
class Reading:
    """rule_set: by which version; programme: its window; amount is `None` where none is published

    asks: what can still change the verdict, then what would give or narrow the amount
    """

    programme: Programme
    rule_set: RuleSet
    read: Read
    evaluation: Evaluation
    amount: Estimate | None
    as_of: date

    @property
    def verdict(self) -> Verdict:
        return self.evaluation.verdict

    @property
    def asks(self) -> tuple[str, ...]:
        of_amount = self.amount.unsaid if self.amount and not self.is_ruled_out else ()
        return tuple(dict.fromkeys((*self.evaluation.asks, *of_amount)))

    @property
    def is_ruled_out(self) -> bool:
        return self.verdict is Verdict.DOES_NOT_MEET


@lru_cache(maxsize=256)
def _read(rule_set_id: int) -> Read:
    """A rule set never changes: each process reads it once."""
    document = RuleSet.objects.values_list("document", flat=True).get(pk=rule_set_id)
    return programme_of(document)


def current() -> list[RuleSet]:
    """The newest version of every programme, with its window, in one query."""
    newest = RuleSet.objects.order_by("programme_id", "-version").distinct("programme_id")
    return list(newest.select_related("programme").defer("document"))


def current_of(slug: str) -> RuleSet | None:
    rows = RuleSet.objects.filter(programme__slug=slug).order_by("-version")
    found: RuleSet | None = rows.select_related("programme").defer("document").first()
    return found


def read_as(rule_set: RuleSet, facts: Facts, *, as_of: date) -> Reading:
    """Reproducible: by the same version, facts and day it says the same for ever."""
    read = _read(rule_set.pk)
    evaluation = read.rules.evaluate(facts, as_of=as_of)
    amount = (
        estimate(read.formula, facts, read.rules.parameters, as_of=as_of) if read.formula else None
    )
    return Reading(rule_set.programme, rule_set, read, evaluation, amount, as_of)


def read_all_as(facts: Facts, *, as_of: date) -> list[Reading]:
    return [read_as(rule_set, facts, as_of=as_of) for rule_set in current()]


def asked_by(readings: Iterable[Reading]) -> set[str]:
    """Every fact that some of these programmes ask about."""
    found: set[str] = set()
    for each in readings:
        found |= {leaf.fact for leaf in criteria_of(each.read.rules.rule)}
        found |= set(facts_of(each.read.formula)) if each.read.formula else set()
    return found
