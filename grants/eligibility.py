"""A programme read with somebody's facts on a day: verdict, rules, what it could be worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from grants.amounts import Estimate, estimate
from grants.documents import Programme as Read
from grants.documents import programme_of
from grants.evaluation import Evaluation, Verdict
from grants.models import Programme, RuleSet
from grants.rules import Facts
from grants.standing import Standing, Tally, standings, tally


@dataclass(frozen=True, slots=True)
class Reading:
    """rule_set: by which version; amount is `None` where none is published

    asks: what can still change the verdict, then what would give or narrow the amount; it is not
    asked where no answer gives one
    """

    rule_set: RuleSet
    read: Read
    evaluation: Evaluation
    amount: Estimate | None
    as_of: date

    @property
    def programme(self) -> Programme:
        """Its window, and whether it was open when somebody looked last."""
        return self.rule_set.programme

    @property
    def standings(self) -> list[Standing]:
        """Every requirement, in the order in which they are read."""
        return standings(self.read.rules.rule, self.evaluation)

    @property
    def tally(self) -> Tally:
        return tally(self.standings)

    @property
    def verdict(self) -> Verdict:
        return self.evaluation.verdict

    @property
    def asks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.evaluation.asks, *self.asks_of_amount)))

    @property
    def asks_of_amount(self) -> tuple[str, ...]:
        amount = self.amount
        if amount is None or self.is_ruled_out or amount.unpublished:
            return ()
        return () if amount.is_known and not amount.is_range else amount.unsaid

    @property
    def facts(self) -> set[str]:
        return self.read.facts

    @property
    def is_ruled_out(self) -> bool:
        return self.verdict is Verdict.DOES_NOT_MEET


_known: dict[tuple[int, datetime], Read] = {}
"""A rule set never changes: each process reads it once, by its key and when it was published."""


def _read(rule_sets: Iterable[RuleSet]) -> list[Read]:
    """Their documents, made into rules; those that are new here come in one query."""
    keys = {each.pk: (each.pk, each.published_at) for each in rule_sets}
    missing = [pk for pk, key in keys.items() if key not in _known]
    if missing:
        rows = RuleSet.objects.filter(pk__in=missing).values_list("pk", "document")
        _known.update({keys[pk]: programme_of(document) for pk, document in rows})
    return [_known[key] for key in keys.values()]


def current() -> list[RuleSet]:
    """The newest version of every programme, with its window, in one query."""
    return list(RuleSet.objects.newest().with_programme())


def current_of(slug: str) -> RuleSet | None:
    rows = RuleSet.objects.filter(programme__slug=slug).newest().with_programme()
    found: RuleSet | None = rows.first()
    return found


def read_as(rule_set: RuleSet, facts: Facts, *, as_of: date) -> Reading:
    """Reproducible: by the same version, facts and day it says the same for ever."""
    (read,) = _read([rule_set])
    return _reading(rule_set, read, facts, as_of)


def read_all_as(facts: Facts, *, as_of: date) -> list[Reading]:
    return read_each(current(), facts, as_of=as_of)


def read_each(rule_sets: Sequence[RuleSet], facts: Facts, *, as_of: date) -> list[Reading]:
    """The same of these versions, in their order; documents that are new here in one query."""
    reads = zip(rule_sets, _read(rule_sets), strict=True)
    return [_reading(rule_set, read, facts, as_of) for rule_set, read in reads]


def _reading(rule_set: RuleSet, read: Read, facts: Facts, as_of: date) -> Reading:
    evaluation = read.rules.evaluate(facts, as_of=as_of)
    amount = (
        estimate(read.formula, facts, read.rules.parameters, as_of=as_of) if read.formula else None
    )
    return Reading(rule_set, read, evaluation, amount, as_of)


def asked_by(readings: Iterable[Reading]) -> set[str]:
    """Every fact that some of these programmes ask about."""
    return {fact for each in readings for fact in each.facts}
