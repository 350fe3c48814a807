"""Pairs of answers that cannot both be true, as data: what each is, and how to mend it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from grants.rules import Facts, Value
from matching.pairings.words import Words


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts, by name, for which `holds` says that their answers exclude each other."""

    one: str
    other: str
    holds: Callable[[Value, Value], bool]
    mend: Words

    def is_in(self, facts: Facts) -> bool:
        both = self.one in facts and self.other in facts
        return both and self.holds(facts[self.one], facts[self.other])


YES, NO, NEW_FOR = True, False, 24
"""NEW_FOR: months after which nothing is new any more."""


def _exactly(one: Value, other: Value) -> Callable[[Value, Value], bool]:
    return lambda said, beside: said == one and beside == other


def _long_running(said: Value, months: Value) -> bool:
    return said is YES and _amount(months) >= NEW_FOR


def _amount(value: Value) -> int | Decimal:
    assert not isinstance(value, str)
    return value


ALL = (
    Contradiction(
        "is_new_operation",
        "months_operating",
        _long_running,
        _("What has run for two years is not new: say no to the first, or give fewer months."),
    ),
    Contradiction(
        "is_new_hr_provider",
        "months_operating",
        _long_running,
        _("What has run for two years is not new: say no to the first, or give fewer months."),
    ),
    Contradiction(
        "is_new_training_company",
        "months_operating",
        _long_running,
        _("What has run for two years is not new: say no to the first, or give fewer months."),
    ),
    Contradiction(
        "has_revenue",
        "months_operating",
        _exactly(YES, 0),
        _("Revenue comes with operating: give the months since the first work, or say no to it."),
    ),
    Contradiction(
        "raises_privately",
        "outside_money",
        lambda said, money: said is NO and _amount(money) > 0,
        _("Confirmed outside money is private money: say yes to the first, or give 0."),
    ),
    Contradiction(
        "is_new_hire",
        "contract",
        _exactly(YES, "none"),
        _("Whoever is hired has a contract: choose which, or say no to the first."),
    ),
)


def contradictions(facts: Facts) -> Iterator[Contradiction]:
    return (each for each in ALL if each.is_in(facts))
