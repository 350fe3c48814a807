"""Criteria of one pair as a side reads them: marks, findings, points and bands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from matching.pairs import CriterionRow, PairView, reasons

MARKS = {"met": "met", "partly": "partly", "not met": "not", "not said": "unknown", "veto": "veto"}
ORDER = ("veto", "met", "partly", "not met", "not said")
PER_POINT = 10
PER_FIT = 10_000
Band = list[tuple[int, int]]
Points = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of the criteria table; points and weight of a side are of 100, as text."""

    label: str
    finding: SafeString
    state: str
    you: Points | None
    them: Points | None


def fit(total: int) -> int:
    """0..1,000,000 as 0..100."""
    return total // PER_FIT


def mark(row: CriterionRow) -> str:
    return MARKS[row.state]


def in_order(rows: Iterable[CriterionRow]) -> list[CriterionRow]:
    """What rules the pair out, what is met, then the rest; what counts more for you comes first."""
    return sorted(rows, key=lambda row: (ORDER.index(row.state), -row.own_weight))


def table(view: PairView) -> list[TableRow]:
    return [
        TableRow(
            label=row.label,
            finding=finding(row, view),
            state=mark(row),
            you=_points(row.own_points, row.own_weight),
            them=_points(row.their_points, row.their_weight),
        )
        for row in in_order(view.rows)
    ]


def own_band(rows: Sequence[CriterionRow]) -> Band:
    """(width, fill) of every criterion that counts for you, per mille."""
    return [(row.own_weight, row.value or 0) for row in rows if row.own_weight]


def their_band(rows: Sequence[CriterionRow]) -> Band:
    return [(row.their_weight, row.value or 0) for row in rows if row.their_weight]


def finding(row: CriterionRow, view: PairView) -> SafeString:
    """Both facts in words, one a line; a withheld value is said to be withheld."""
    lines = [reasons(view)] if row.name == "skills" and _both_said(row) else _both_facts(row)
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))


def brief(row: CriterionRow, view: PairView) -> str:
    """One line for a list: the criterion, and the counterpart's fact where it is disclosed."""
    if row.name == "skills" and _both_said(row):
        return reasons(view)
    if not row.own_said:
        return _("%(criterion)s: you have not said") % {"criterion": row.label}
    if not row.they_said:
        return _("%(criterion)s: they have not said") % {"criterion": row.label}
    if not row.their_says:
        return row.label
    return _("%(criterion)s: %(fact)s") % {"criterion": row.label, "fact": row.their_says}


def is_news(row: CriterionRow) -> bool:
    """Whether a list tells it: what counts; of what is measured, the other side's where known."""
    if row.measured and not (row.they_said and row.their_says):
        return False
    return bool(row.own_weight or row.their_weight)


def veto_reason(row: CriterionRow, view: PairView) -> str:
    """Both facts in one line, and that nothing else can make up for it."""
    facts = [reasons(view)] if row.name == "skills" else _both_facts(row)
    return " ".join([*facts, _("No other criterion can make up for it.")])


def before_and_after(before: int | None, after: int) -> tuple[str, str]:
    """Two scores as fits; with a decimal where whole numbers would read the same."""
    if before is None:
        return _("ruled out"), number_format(fit(after), use_l10n=True)
    if fit(before) != fit(after):
        return number_format(fit(before), use_l10n=True), number_format(fit(after), use_l10n=True)
    return _tenths(before), _tenths(after)


def _tenths(score: int) -> str:
    return _of_100(score // 1000)


def _both_said(row: CriterionRow) -> bool:
    return row.own_said and row.they_said


def _both_facts(row: CriterionRow) -> list[str]:
    own = _own_fact(row)
    theirs = _their_fact(row)
    return [line for line in (own, theirs) if line]


def _own_fact(row: CriterionRow) -> str:
    if not (row.own_said or row.measured):
        return _("You have not said.")
    return _("You: %(fact)s.") % {"fact": row.own_says} if row.own_says else ""


def _their_fact(row: CriterionRow) -> str:
    if not (row.they_said or row.measured):
        return _("They have not said.")
    if row.their_says:
        return _("They: %(fact)s.") % {"fact": row.their_says}
    is_withheld = row.own_says and not row.measured
    return _("They: said, and not shown to you.") if is_withheld else ""


def _points(points: int, weight: int) -> Points | None:
    return (_of_100(points), _of_100(weight)) if weight else None


def _of_100(per_mille: int) -> str:
    """Per mille as a number of 100 with at most one decimal."""
    whole, tenths = divmod(per_mille, PER_POINT)
    return number_format(f"{whole}.{tenths}" if tenths else whole, use_l10n=True)
