"""Internships: a firm's placement and a graduate or student who looks for one."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.pairings import rules, terms, values
from matching.pairings.declaration import Level, Pairing, Rule
from matching.pairings.facts import Facts

MOST_WEEKS = 52
STIPEND_STEP = 50


class PlacementTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month")
    mode = terms.mode()
    weeks = terms.whole(_("Weeks"), MOST_WEEKS)
    usd_max = terms.dollars(_("Stipend a month, USD"))
    hours_overlap = terms.whole(_("Hours a day to share"), 24)


class PlacementSearchTerms(terms.TermsForm):
    mode = terms.mode()
    weeks = terms.whole(_("Weeks you have"), MOST_WEEKS)
    usd_min = terms.dollars(_("Lowest stipend a month, USD"))


def weeks(facts: Facts) -> int | None:
    return None if facts.weeks is None else min(facts.weeks, MOST_WEEKS)


def says_count(count: int) -> str:
    return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}


def says_weeks(facts: Facts) -> str:
    return "" if facts.weeks is None else says_count(facts.weeks)


WEEKS = Rule(
    measure=Level("weeks", values.enough, size=MOST_WEEKS + 1),
    label=_("Duration"),
    weights=(150, 150),
    has=weeks,
    needs=weeks,
    says_holder=says_weeks,
    says_requirer=says_weeks,
    says_code=says_count,
    lift_holder=_("Have %(value)s"),
    lift_requirer=_("Ask for %(value)s"),
)

PAIRING = Pairing(
    slug="internships",
    pillar="internships",
    label=_("Internships"),
    opening_label=_("Internship"),
    candidate_label=_("Looking for an internship"),
    owner_kinds=frozenset({"firm"}),
    candidate_kinds=frozenset({"graduate"}),
    holder="candidacy",
    opening_terms=PlacementTerms,
    candidacy_terms=PlacementSearchTerms,
    rules=(
        rules.skills(weights=(200, 350)),
        WEEKS,
        rules.place(weights=(200, 50)),
        rules.pay(weights=(150, 50), step=STIPEND_STEP),
        rules.hours(weights=(100, 150)),
        rules.days(weights=(50, 50)),
        rules.languages(weights=(0, 150)),
        rules.sectors(weights=(150, 50)),
    ),
)
