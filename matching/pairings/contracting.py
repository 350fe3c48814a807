"""Hiring a team: the tender of a company abroad and a local firm that has the people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.pairings import rules, terms, values
from matching.pairings.declaration import Level, Pairing, Rule
from matching.pairings.facts import Facts

MOST_HEADS = 100


class TenderTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a person and month")
    headcount = terms.whole(_("People needed"), 1000)
    usd_max = terms.dollars(_("Budget a person and month up to, USD"))
    seniority = terms.seniority()
    hours_overlap = terms.whole(_("Hours a day to share"), 24)
    duration_months = terms.whole(_("Duration in months"), 120)


class TeamTerms(terms.TermsForm):
    headcount = terms.whole(_("People available"), 1000)
    usd_min = terms.dollars(_("Lowest rate a person and month, USD"))
    seniority = terms.seniority()


def heads(facts: Facts) -> int | None:
    return None if facts.headcount is None else min(facts.headcount, MOST_HEADS)


def says_count(count: int) -> str:
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def says_heads(facts: Facts) -> str:
    return "" if facts.headcount is None else says_count(facts.headcount)


HEADCOUNT = Rule(
    measure=Level("headcount", values.enough, size=MOST_HEADS + 1),
    label=_("Size of the team"),
    weights=(100, 200),
    has=heads,
    needs=heads,
    says_holder=says_heads,
    says_requirer=says_heads,
    says_code=says_count,
    lift_holder=_("Have %(value)s free"),
    lift_requirer=_("Ask for %(value)s"),
)

PAIRING = Pairing(
    slug="contracting",
    pillar="hiring",
    label=_("Tenders"),
    opening_label=_("Tender"),
    candidate_label=_("Team for hire"),
    owner_kinds=frozenset({"firm"}),
    candidate_kinds=frozenset({"firm"}),
    holder="candidacy",
    opening_terms=TenderTerms,
    candidacy_terms=TeamTerms,
    rules=(
        rules.skills(weights=(150, 350)),
        HEADCOUNT,
        rules.seniority(weights=(100, 100)),
        rules.pay(weights=(350, 100)),
        rules.hours(weights=(150, 100)),
        rules.days(weights=(50, 50)),
        rules.languages(weights=(0, 50)),
        rules.sectors(weights=(100, 50)),
    ),
)
