"""A round beside a co-investment grant: what is confirmed, what a match would add, what is missing.

Its founder reads the exact figures. An investor of the round reads them where the founder said so,
and made of no more than they may read of the others: a total in two digits, from three on.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from grants import saying
from grants.amounts import CoInvestment, still_needed
from grants.eligibility import Reading, current_of, read_as
from grants.known import outside_money
from grants.rules import Value
from matching.engagements.coinvestors import gives, others_of
from matching.engagements.models import Engagement
from matching.engagements.statements import holding_of
from matching.pairings.terms import YES
from profiles.viewer import Viewer

PROGRAMME = "ipsd-co-investment"


@dataclass(frozen=True, slots=True)
class Match:
    """confirmed: outside money in all, in US dollars; `None` where the reader may not know it

    adds: what the grant would add; needed: what more brings its most; `None` where unknown
    until: the last day on which its numbers hold, `None` where none is published
    """

    reading: Reading
    confirmed: Decimal | None
    adds: Decimal | None = None
    needed: Decimal | None = None
    until: date | None = None


def match_with(confirmed: Decimal | None) -> Match | None:
    """`None` where there is no such programme."""
    rule_set = current_of(PROGRAMME)
    if rule_set is None:
        return None
    today = timezone.localdate()
    facts: dict[str, Value] = {"raises_privately": True}
    facts |= {} if confirmed is None else {"outside_money": confirmed}
    reading = read_as(rule_set, facts, as_of=today)
    formula, parameters = reading.read.formula, reading.read.rules.parameters
    if not isinstance(formula, CoInvestment):
        return None
    spans = (parameters[name].span_at(today) for name in (formula.ratio, formula.cap))
    return Match(
        reading,
        confirmed,
        adds=reading.amount.high if reading.amount else None,
        needed=still_needed(formula, facts, parameters, as_of=today),
        until=min((span.valid_to for span in spans if span and span.valid_to), default=None),
    )


def may_read(row: Engagement, viewer: Viewer) -> bool:
    """The founder does; an investor who gives, where the founder said yes with the raise."""
    said_yes = row.introduction.candidacy.terms.get("shows_match") == YES
    return viewer.owns(row.candidate_id) or (said_yes and viewer.owns(row.owner_id) and gives(row))


def match_of(row: Engagement, viewer: Viewer) -> Match | None:
    """As this reader may read it; `None` where they may not, or where nothing runs."""
    if row.pairing != "investing" or not row.is_running or not may_read(row, viewer):
        return None
    return match_with(_confirmed(row, viewer))


def _confirmed(row: Engagement, viewer: Viewer) -> Decimal | None:
    """All of it for the founder; for an investor their own and what they read of the others."""
    if viewer.owns(row.candidate_id):
        return outside_money(row.candidate_id)
    others, own = others_of(row, viewer), holding_of(row)
    if others is None or others.total is None or own is None:
        return None
    return Decimal(others.total + (own.usd or 0))


def sentences_of(match: Match) -> list[str]:
    """As published; without its numbers no figure is given."""
    if match.confirmed is None:
        return [
            _(
                "How much is confirmed is not shown while fewer than three of the others let their "
                "amounts be counted."
            )
        ]
    confirmed = {"amount": saying.figure(match.confirmed)}
    said = [_("Confirmed outside money: USD %(amount)s.") % confirmed]
    if match.adds is None or match.needed is None:
        return [*said, _("How much the grant adds to it, and up to what, is not published.")]
    adds = {"amount": saying.figure(match.adds)}
    said += [_("It could add USD %(amount)s.") % adds, _needed(match.needed)]
    if match.until:
        until = {"day": saying.day(match.until)}
        said.append(_("These numbers hold until %(day)s.") % until)
    return said


def _needed(needed: Decimal) -> str:
    if not needed:
        return _("Nothing more is needed for its most.")
    amount = {"amount": saying.figure(needed)}
    return _("USD %(amount)s more of outside money would bring its most.") % amount
