"""What a programme could be worth, as published: Decimal, never more than its parts say.

An amount comes from published parameters alone. Where one is missing there is a formula with a
blank and no figure; where an answer that chooses a share is missing there is a range. Pure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from grants.rules import Facts, Parameters

CENT = Decimal("0.01")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tier:
    """A share in percent, by the parameter of that name, for whoever has the fact, or for all."""

    share: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class CostShare:
    """min(cap, share x cost)"""

    cost: str
    cap: str
    tiers: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class CoInvestment:
    """min(cap, ratio x outside money, share of the round x round)"""

    money: str
    ratio: str
    cap: str
    round: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Stipend:
    """min(cap a month, share x cost a month) x min(months, most months) x heads"""

    monthly: str
    cap: str
    months: str
    most_months: str
    heads: str = ""
    share: str = ""


Formula = CostShare | CoInvestment | Stipend


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the arithmetic: a code for its words, its inputs, and what comes out.

    code: share, cap, ratio, round, month, months, heads
    is_decisive: whether it is this bound that holds
    """

    code: str
    inputs: tuple[Decimal, ...]
    gives: Decimal
    is_decisive: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """The amount for one way to answer: `when` is the fact that gives the share, "" where none."""

    amount: Decimal
    lines: tuple[Line, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """low and high are equal where nothing is open; both `None` where no figure can be given.

    unsaid: facts without which it cannot be worked out; unpublished: parameters likewise
    """

    low: Decimal | None = None
    high: Decimal | None = None
    ways: tuple[Way, ...] = ()
    unsaid: tuple[str, ...] = ()
    unpublished: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.low is not None

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def facts_of(formula: Formula) -> tuple[str, ...]:
    """The facts it needs, those that choose a share among them."""
    match formula:
        case CostShare(cost, _, tiers):
            return (cost, *(tier.when for tier in tiers if tier.when))
        case CoInvestment():
            return tuple(filter(None, (formula.money, formula.round)))
        case Stipend():
            return tuple(filter(None, (formula.monthly, formula.months, formula.heads)))


def parameters_of(formula: Formula) -> tuple[str, ...]:
    match formula:
        case CostShare(_, cap, tiers):
            return (cap, *(tier.share for tier in tiers))
        case CoInvestment():
            return tuple(filter(None, (formula.ratio, formula.cap, formula.share)))
        case Stipend():
            return tuple(filter(None, (formula.cap, formula.most_months, formula.share)))


def estimate(formula: Formula, facts: Facts, parameters: Parameters, *, as_of: date) -> Estimate:
    """What it could be worth on that day, rounded down to the cent."""
    numbers = {name: parameters[name].at(as_of) for name in parameters_of(formula)}
    unpublished = tuple(name for name, number in numbers.items() if number is None)
    unsaid = tuple(name for name in _needed(formula) if name not in facts)
    if unpublished or unsaid:
        return Estimate(unsaid=unsaid, unpublished=unpublished)
    known = {name: number for name, number in numbers.items() if number is not None}
    ways = tuple(_ways(formula, facts, known))
    amounts = [way.amount for way in ways]
    open_tiers = tuple(name for name in facts_of(formula) if name not in facts)
    return Estimate(min(amounts), max(amounts), ways, unsaid=open_tiers)


def _needed(formula: Formula) -> tuple[str, ...]:
    """Facts without which there is no figure at all, not even a range."""
    if isinstance(formula, CostShare):
        return (formula.cost,)
    return facts_of(formula)


def _ways(formula: Formula, facts: Facts, numbers: Mapping[str, Decimal]) -> Iterator[Way]:
    match formula:
        case CostShare():
            for tier in _possible(formula, facts):
                yield _cost_share(formula, tier, facts, numbers)
        case CoInvestment():
            yield _co_investment(formula, facts, numbers)
        case Stipend():
            yield _stipend(formula, facts, numbers)


def _possible(formula: CostShare, facts: Facts) -> list[Tier]:
    """The tiers that may be theirs: the first whose fact is said, or all that still may be."""
    found = []
    for tier in formula.tiers:
        said = facts.get(tier.when, None) if tier.when else True
        if said is not False:
            found.append(tier)
        if said is True:
            break
    return found


def _cost_share(
    formula: CostShare, tier: Tier, facts: Facts, numbers: Mapping[str, Decimal]
) -> Way:
    cost, share, cap = _money(facts[formula.cost]), numbers[tier.share], numbers[formula.cap]
    bounds = [("share", (share, cost), share * cost / HUNDRED), ("cap", (), cap)]
    return _least(bounds, tier.when)


def _co_investment(formula: CoInvestment, facts: Facts, numbers: Mapping[str, Decimal]) -> Way:
    money, ratio = _money(facts[formula.money]), numbers[formula.ratio]
    bounds = [("ratio", (ratio, money), ratio * money), ("cap", (), numbers[formula.cap])]
    if formula.round and formula.share:
        whole, share = _money(facts[formula.round]), numbers[formula.share]
        bounds.append(("round", (share, whole), share * whole / HUNDRED))
    return _least(bounds)


def _stipend(formula: Stipend, facts: Facts, numbers: Mapping[str, Decimal]) -> Way:
    cost = _money(facts[formula.monthly])
    covered = numbers[formula.share] * cost / HUNDRED if formula.share else cost
    month = _least([("month", (cost,), covered), ("cap", (), numbers[formula.cap])])
    months = min(_money(facts[formula.months]), numbers[formula.most_months])
    heads = _money(facts[formula.heads]) if formula.heads else Decimal(1)
    total = _cents(month.amount * months * heads)
    lines = (*month.lines, Line("months", (month.amount, months, heads), total))
    return Way(total, lines)


def _least(bounds: list[tuple[str, tuple[Decimal, ...], Decimal]], when: str = "") -> Way:
    """The lowest bound holds, the first of equal ones."""
    amount = min(gives for _, _, gives in bounds)
    holds = next(code for code, _, gives in bounds if gives == amount)
    lines = tuple(
        Line(code, inputs, _cents(gives), is_decisive=code == holds)
        for code, inputs, gives in bounds
    )
    return Way(_cents(amount), lines, when)


def _money(said: object) -> Decimal:
    return Decimal(str(said))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, rounding=ROUND_DOWN)


def still_needed(
    formula: CoInvestment, facts: Facts, parameters: Parameters, *, as_of: date
) -> Decimal | None:
    """How much more outside money brings the most that the programme adds; 0 where it is there.

    `None` where the ratio or the cap is not published, or no money was said.
    """
    ratio, cap = (parameters[name].at(as_of) for name in (formula.ratio, formula.cap))
    if not ratio or cap is None or formula.money not in facts:
        return None
    return max(_cents(cap / ratio) - _money(facts[formula.money]), Decimal(0))
