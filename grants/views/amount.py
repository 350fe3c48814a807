"""What a programme could cover: a figure or a range with its steps, else a formula with blanks."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from grants import arithmetic, saying
from grants.amounts import Estimate, parameters_of
from grants.eligibility import Reading
from grants.forms import AnswersForm
from grants.rules import Value, criteria_of
from grants.views.lines import Number, number_of

HUNDRED, HALF = Decimal(100), Decimal(50)


@dataclass(frozen=True, slots=True)
class Label:
    """Words under the bar, in a row of their own, which never leave it; anchor as SVG has it."""

    x: str
    anchor: str
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The part that is sure, then the part that is open, of a whole; x and widths in percent."""

    sure_x: str
    sure: str
    open_x: str
    open: str
    labels: tuple[Label, ...]
    height: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Told:
    """How one way to answer comes to its amount; named is "" where there is only one."""

    named: str
    steps: tuple[str, ...]
    amount: str


@dataclass(frozen=True, slots=True)
class Amount:
    """reason: why there is no figure, "" where there is one; form: what would give or narrow it"""

    figure: str = ""
    bar: Bar | None = None
    ways: tuple[Told, ...] = ()
    formula: SafeString | None = None
    reason: str = ""
    numbers: tuple[Number, ...] = ()
    form: AnswersForm | None = None

    @property
    def is_inferred(self) -> bool:
        return any(number.is_inferred for number in self.numbers)


def amount_of(reading: Reading, answers: Mapping[str, Value], *, asks: bool = True) -> Amount:
    formula, found = reading.read.formula, reading.amount
    numbers = _numbers(reading)
    if formula is None or found is None:
        said = (
            _("The programme publishes no formula, so no amount is worked out.")
            if numbers
            else _("The programme publishes no amount and no formula.")
        )
        return Amount(reason=said, numbers=numbers)
    if reading.is_ruled_out:
        said = _("A published criterion is not met, so no amount is worked out.")
        return Amount(reason=said, numbers=numbers)
    form = _form(reading, answers) if asks and reading.asks_of_amount else None
    if found.low is None or found.high is None:
        blank = arithmetic.formula_of(reading, answers)
        return Amount(formula=blank, reason=_why_none(found), numbers=numbers, form=form)
    return Amount(
        figure=saying.dollars(found.low, found.high),
        bar=_bar(found.low, found.high, arithmetic.whole_of(reading, answers)),
        ways=_told(found),
        numbers=numbers,
        form=form,
    )


def _numbers(reading: Reading) -> tuple[Number, ...]:
    """Those of the formula, published or not, then published ones that no rule shows either."""
    read = reading.read
    counted = parameters_of(read.formula) if read.formula else ()
    ruled = {leaf.parameter for leaf in criteria_of(read.rules.rule)}
    others = (
        name for name in read.document.get("parameters", {}) if name not in {*counted, *ruled}
    )
    beside = (number_of(reading, name) for name in others)
    return (
        *(number_of(reading, name) for name in counted),
        *(number for number in beside if number.value),
    )


def _form(reading: Reading, answers: Mapping[str, Value]) -> AnswersForm:
    return AnswersForm(names=reading.asks_of_amount, known=answers, place="amount")


def _why_none(found: Estimate) -> str:
    if found.unpublished:
        return _("We know the formula, not its numbers. So we show no amount.")
    return _("Fill the blanks, and the amount is worked out.")


def _told(found: Estimate) -> tuple[Told, ...]:
    is_one = len(found.ways) == 1
    return tuple(
        Told(
            "" if is_one else arithmetic.named(way),
            tuple(arithmetic.steps_of(way)),
            saying.dollars(way.amount),
        )
        for way in found.ways
    )


def _bar(low: Decimal, high: Decimal, whole: Decimal | None) -> Bar | None:
    """`None` where there is no whole that it would be a part of."""
    if not whole or high > whole:
        return None
    sure, both = low * HUNDRED / whole, high * HUNDRED / whole
    ends = [(_("from %(amount)s"), low, sure), (_("up to %(amount)s"), high, both)]
    marks = [*ends[low == high :], (_("of %(amount)s"), whole, HUNDRED)]
    labels = tuple(
        _label(at, 40 + 18 * row, said % {"amount": saying.figure(amount)})
        for row, (said, amount, at) in enumerate(marks)
    )
    return Bar(
        sure_x=_at(Decimal(0), sure),
        sure=f"{sure:.2f}%",
        open_x=_at(sure, both - sure),
        open=f"{both - sure:.2f}%",
        labels=labels,
        height=28 + 18 * len(labels),
        spoken=_("%(amount)s of %(whole)s")
        % {"amount": saying.dollars(low, high), "whole": saying.dollars(whole)},
    )


def _at(start: Decimal, width: Decimal = Decimal(0)) -> str:
    """Where something begins, from the left: in Arabic the bar starts at the right."""
    return f"{HUNDRED - start - width if get_language_bidi() else start:.2f}%"


def _label(at: Decimal, y: int, text: str) -> Label:
    """Past the middle the words end at the mark, else they begin there, in either direction."""
    return Label(_at(at), "end" if at > HALF else "start", y, text)
