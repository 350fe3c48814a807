"""How a reading stands, in the words of whoever reads it: counted, and never "eligible"."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import reduce

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from grants.evaluation import Verdict
from grants.facts import FACTS, Kind
from grants.models import Programme
from grants.rules import Value
from grants.standing import State, Tally

FAMILIES = {"techstart": "TechStart", "ipsd": "IPSD"}
VERDICTS: Mapping[Verdict, Promise] = {
    Verdict.MEETS: gettext_lazy("Met"),
    Verdict.DOES_NOT_MEET: gettext_lazy("Not met"),
    Verdict.NEEDS_ANSWERS: gettext_lazy("Waits for you"),
    Verdict.RULE_NOT_PUBLISHED: gettext_lazy("Not published"),
}
PLANS: Mapping[str, tuple[Promise, Promise]] = {
    "hire": (gettext_lazy("Hire people"), gettext_lazy("Graduates, or an expert from abroad")),
    "internship": (gettext_lazy("Take an intern"), gettext_lazy("A student or a new graduate")),
    "team": (gettext_lazy("Build a team"), gettext_lazy("Several people for one buyer or project")),
    "raise": (
        pgettext_lazy("a plan", "Raise money"),
        gettext_lazy("A startup, from private investors"),
    ),
    "market": (gettext_lazy("Enter a market"), gettext_lazy("Buyers in the region and beyond")),
    "set_up": (gettext_lazy("Set up"), gettext_lazy("A new firm, a branch, or better equipment")),
}
"""What one may plan, by the codes of the documents: its name, and for whom it is."""

MARKS: Mapping[State, tuple[str, Promise]] = {
    State.ASKED: ("unknown", gettext_lazy("You have not said")),
    State.UNPUBLISHED: ("unknown", gettext_lazy("Not published")),
    State.UNMET: ("not", gettext_lazy("Not met")),
    State.MET: ("met", gettext_lazy("Met")),
    State.OTHERWISE: ("not", gettext_lazy("Another way is open")),
    State.UNNEEDED: ("unknown", gettext_lazy("Not needed")),
    State.UNASKED: ("unknown", gettext_lazy("Not asked")),
}
"""The mark of components/state.html for each state, and its word."""
ALONE: Mapping[State, tuple[Promise, Promise]] = {
    State.ASKED: (
        gettext_lazy("This programme sets one criterion, and it waits for your answer."),
        gettext_lazy("sets one criterion, and it waits for your answer"),
    ),
    State.UNPUBLISHED: (
        gettext_lazy("This programme sets one criterion, and its number is not published."),
        gettext_lazy("sets one criterion, and its number is not published"),
    ),
}
"""Of a programme's one criterion that is open: a sentence, and the same as part of a line."""


def day(of: date) -> str:
    """Always with its year: a reading stays true of its day."""
    return date_format(of, "DATE_FORMAT")


def family(code: str) -> str:
    """Programmes are called as they call themselves."""
    return FAMILIES.get(code, code.upper())


def verdict(of: Verdict) -> str:
    return str(VERDICTS[of])


def figure(amount: Decimal | int) -> str:
    """Money: 28,800 or 28,800.50, cents only where there are any."""
    return f"{amount:,.2f}".removesuffix(".00")


def number(of: Decimal | int) -> str:
    """Anything else: 80, 0.5, 1,200."""
    return f"{Decimal(of).normalize():,f}"


def number_in(text: str) -> str:
    """The same of a number as a document has it."""
    return number(Decimal(text))


def dollars(low: Decimal | int, high: Decimal | int | None = None) -> str:
    """An amount to the cent, or a range."""
    if high is None or high == low:
        return _("USD %(amount)s") % {"amount": figure(low)}
    return _("USD %(low)s to %(high)s") % {"low": figure(low), "high": figure(high)}


def heading_of(tally: Tally) -> str:
    """The finding: "You meet 4 of 6 criteria. One waits for your answer, one is not published." """
    if alone := _alone(tally):
        return str(ALONE[alone][0])
    rest = _rest(tally)
    return f"{_met(tally)} {capfirst(rest)}." if rest else _met(tally)


def standing_of(tally: Tally) -> str:
    """The same as part of a line: "meets 4 of 6 criteria; one waits for your answer"."""
    if alone := _alone(tally):
        return str(ALONE[alone][1])
    said = {"met": tally[State.MET], "total": tally.total}
    met = ngettext(
        "meets %(met)d of %(total)d criterion", "meets %(met)d of %(total)d criteria", tally.total
    )
    rest = _rest(tally)
    return _("%(met)s; %(rest)s") % {"met": met % said, "rest": rest} if rest else met % said


def _alone(tally: Tally) -> State | None:
    """Why the one criterion of a programme is open; `None` of several, and once it is settled."""
    return next((state for state in ALONE if tally.total == 1 and tally[state]), None)


def _met(tally: Tally) -> str:
    met, total = tally[State.MET], tally.total
    said = {"met": met, "total": total}
    if tally.is_untouched:
        return ngettext(
            "This programme sets one criterion.", "This programme sets %(total)d criteria.", total
        ) % {"total": total}
    if met == total:
        return ngettext(
            "You meet the one criterion.", "You meet all %(total)d criteria.", total
        ) % {"total": total}
    if met == 0:
        return ngettext(
            "You do not meet the one criterion.", "You meet none of %(total)d criteria.", total
        ) % {"total": total}
    return (
        ngettext(
            "You meet %(met)d of %(total)d criterion.",
            "You meet %(met)d of %(total)d criteria.",
            total,
        )
        % said
    )


def _rest(tally: Tally) -> str:
    """What else there is, as one enumeration, "" where there is nothing."""
    unmet = tally[State.UNMET]
    said = (
        _unmet(unmet if unmet < tally.total else 0),
        _waits(tally[State.ASKED]),
        _unpublished(tally[State.UNPUBLISHED]),
        _unasked(tally[State.UNASKED]),
    )
    found = [each for each in said if each]
    return reduce(_and, found) if found else ""


def _unmet(count: int) -> str:
    said = ngettext("one is not met", "%(count)d are not met", count)
    return said % {"count": count} if count else ""


def _waits(count: int) -> str:
    said = ngettext("one waits for your answer", "%(count)d wait for your answer", count)
    return said % {"count": count} if count else ""


def _unpublished(count: int) -> str:
    said = ngettext("one is not published", "%(count)d are not published", count)
    return said % {"count": count} if count else ""


def _unasked(count: int) -> str:
    said = ngettext("one is not asked any more", "%(count)d are not asked any more", count)
    return said % {"count": count} if count else ""


def _and(said: str, further: str) -> str:
    return _("%(said)s, %(further)s") % {"said": said, "further": further}


def said_of(name: str, value: Value) -> str:
    """An answer as it is read: Yes, the words of a choice, 14 months, USD 36,000."""
    fact = FACTS[name]
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, str):
        return str(dict(fact.choices).get(value, value))
    if fact.kind is Kind.USD:
        return dollars(value)
    if fact.kind is Kind.MONTHS:
        months = int(value)
        return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    return number(value)


def window_of(programme: Programme) -> tuple[str, str]:
    """(kind of note, sentence): whether it was open when somebody looked last."""
    kind, said = {
        "open": ("ok", _("Open when last read, %(day)s")),
        "paused": ("warn", _("Paused when last read, %(day)s")),
        "closed": ("warn", _("Closed when last read, %(day)s")),
        "unknown": ("plain", _("Not known whether it is open; last looked for on %(day)s")),
    }[programme.status]
    return kind, said % {"day": day(programme.status_checked_on)}
