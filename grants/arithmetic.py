"""The steps of an amount in sentences, and its formula with blanks where a number is missing."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from grants.amounts import CoInvestment, CostShare, Formula, Line, Stipend, Way
from grants.eligibility import Reading
from grants.facts import FACTS, Kind
from grants.saying import dollars, figure, number
from grants.sources import in_language

STEPS: Mapping[str, Callable[[Line], str]] = {
    "share": lambda line: _("%(share)s%% of %(of)s is %(gives)s.") % _two(line, "share", "of"),
    "ratio": lambda line: _("%(ratio)s times %(of)s is %(gives)s.") % _two(line, "ratio", "of"),
    "round": lambda line: (
        _("%(share)s%% of a round of %(of)s is %(gives)s.") % _two(line, "share", "of")
    ),
    "cap": lambda line: _("The cap is %(gives)s.") % {"gives": figure(line.gives)},
    "month": lambda line: (
        _("Of %(cost)s a month, %(gives)s counts.")
        % {"cost": figure(line.inputs[0]), "gives": figure(line.gives)}
    ),
    "months": lambda line: (
        _("%(month)s a month, for %(months)s months and %(heads)s people, is %(gives)s.")
        % _months(line)
    ),
}


def _two(line: Line, first: str, second: str) -> dict[str, str]:
    one, other = line.inputs
    return {first: number(one), second: figure(other), "gives": figure(line.gives)}


def _months(line: Line) -> dict[str, str]:
    month, months, heads = line.inputs
    return {
        "month": figure(month), "months": number(months), "heads": number(heads),
        "gives": figure(line.gives),
    }  # fmt: skip


def steps_of(way: Way) -> list[str]:
    """Each step in words; of several bounds the one that holds comes last, and says so."""
    in_order = sorted(way.lines, key=lambda line: (line.code == "months", line.is_decisive))
    return [_step(line) for line in in_order]


def _step(line: Line) -> str:
    said = STEPS[line.code](line)
    holds = _("This is the lowest, so it holds.")
    return f"{said} {holds}" if line.is_decisive else said


def named(way: Way) -> str:
    """Which answer the way is for, "" where there is no other."""
    if not way.when:
        return _("Otherwise:")
    return _("If yes to “%(question)s”") % {"question": FACTS[way.when].question}


def whole_of(reading: Reading, facts: Mapping[str, object]) -> Decimal | None:
    """What the amount is a part of, in US dollars: the cost, or the round where it was said."""
    formula = reading.read.formula
    match formula:
        case CostShare():
            names: tuple[str, ...] = (formula.cost,)
        case CoInvestment():
            names = (formula.round or formula.money,)
        case Stipend():
            names = tuple(filter(None, (formula.monthly, formula.months, formula.heads)))
        case None:
            names = ()
    if not names or any(name not in facts for name in names):
        return None
    whole = Decimal(1)
    for name in names:
        whole *= Decimal(str(facts[name]))
    return whole


def formula_of(reading: Reading, facts: Mapping[str, object]) -> SafeString:
    """The formula as HTML: numbers that are published, answers that were given, else blanks."""
    formula = reading.read.formula
    assert formula is not None
    return format_html(_wording(formula), **_Terms(reading, facts).of(formula))


def _wording(formula: Formula) -> str:
    match formula:
        case CostShare():
            return _("the lower of {cap} and {share} × {cost}")
        case CoInvestment():
            if formula.round and formula.share:
                return _("the lowest of {cap}, {ratio} × {money} and {share} × {round}")
            return _("the lower of {cap} and {ratio} × {money}")
        case Stipend():
            month = (
                _("the lower of {cap} and {share} × {monthly} a month")
                if formula.share
                else _("the lower of {cap} and {monthly} a month")
            )
            months = _("for the lower of {most_months} and {months}")
            heads = _("for {heads} people") if formula.heads else ""
            return _(", ").join(filter(None, (month, months, heads)))


class _Terms:
    """What stands in a formula, each as a number or as a blank."""

    def __init__(self, reading: Reading, facts: Mapping[str, object]) -> None:
        self.reading, self.facts = reading, facts

    def of(self, formula: Formula) -> dict[str, SafeString]:
        match formula:
            case CostShare():
                shares = [self.number(tier.share, percent=True) for tier in formula.tiers]
                either = SafeString(_(" or ").join(dict.fromkeys(shares)))
                return {
                    "cap": self.number(formula.cap), "share": either,
                    "cost": self.answer(formula.cost),
                }  # fmt: skip
            case CoInvestment():
                return {
                    "cap": self.number(formula.cap), "ratio": self.number(formula.ratio),
                    "money": self.answer(formula.money), "round": self.answer(formula.round),
                    "share": self.number(formula.share, percent=True),
                }  # fmt: skip
            case Stipend():
                return {
                    "cap": self.number(formula.cap), "monthly": self.answer(formula.monthly),
                    "share": self.number(formula.share, percent=True),
                    "most_months": self.number(formula.most_months),
                    "months": self.answer(formula.months), "heads": self.answer(formula.heads),
                }  # fmt: skip

    def number(self, name: str, *, percent: bool = False) -> SafeString:
        """A parameter; "" where the formula has none of the kind."""
        if not name:
            return SafeString("")
        found = self.reading.read.rules.parameters[name].at(self.reading.as_of)
        if found is None:
            title = in_language(self.reading.read.document["parameters"][name]["title"])
            return _blank(_("%(number)s: not published") % {"number": title})
        return format_html("{}%" if percent else "{}", number(found))

    def answer(self, name: str) -> SafeString:
        if not name:
            return SafeString("")
        if name not in self.facts:
            return _blank(_("your answer"))
        is_money = FACTS[name].kind is Kind.USD
        said = Decimal(str(self.facts[name]))
        return format_html("{}", dollars(said) if is_money else number(said))


def _blank(said: str) -> SafeString:
    return format_html('<span class="blank">{}</span>', said)
