"""Mentorship: what a mentor offers and what a graduate or founder wants to reach."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.pairings import rules, terms, values
from matching.pairings.codes import Seniority, Topic
from matching.pairings.declaration import Level, Pairing, Rule
from matching.pairings.facts import Facts

MOST_HOURS = 40


class OfferTerms(terms.TermsForm):
    topics = terms.topics()
    hours_month = terms.whole(_("Hours a month"), MOST_HOURS)


class GoalTerms(terms.TermsForm):
    topics = terms.topics()
    hours_month = terms.whole(_("Hours a month"), MOST_HOURS)
    hours_overlap = terms.whole(_("Hours a day to share"), 24)
    goals = forms.CharField(label=_("What you want to reach"), max_length=500, required=False)


def hours_month(facts: Facts) -> int | None:
    return None if facts.hours_month is None else min(facts.hours_month, MOST_HOURS)


def says_count(count: int) -> str:
    return ngettext("%(count)d hour a month", "%(count)d hours a month", count) % {"count": count}


def says_hours_month(facts: Facts) -> str:
    return "" if facts.hours_month is None else says_count(facts.hours_month)


AHEAD = Rule(
    measure=Level("experience", values.experience_ahead, size=len(Seniority)),
    label=_("Experience"),
    weights=(50, 150),
    has=rules.seniority_of,
    needs=rules.seniority_of,
    says_holder=rules.says_seniority,
    says_requirer=rules.says_seniority,
)
TIME = Rule(
    measure=Level("time", values.hours_a_month, size=MOST_HOURS + 1),
    label=_("Hours a month"),
    weights=(150, 100),
    has=hours_month,
    needs=hours_month,
    says_holder=says_hours_month,
    says_requirer=says_hours_month,
    says_code=says_count,
    lift_holder=_("Offer %(value)s"),
    lift_requirer=_("Ask for %(value)s"),
)

PAIRING = Pairing(
    slug="mentorship",
    pillar="mentorship",
    label=_("Mentorship"),
    opening_label=_("Mentor"),
    candidate_label=_("Looking for a mentor"),
    owner_kinds=frozenset({"mentor"}),
    candidate_kinds=frozenset({"graduate", "firm"}),
    holder="opening",
    opening_terms=OfferTerms,
    candidacy_terms=GoalTerms,
    rules=(
        rules.skills(weights=(250, 250)),
        rules.coded(
            name="topics", fact="topics", members=Topic, label=_("Topics"), weights=(250, 200)
        ),
        AHEAD,
        TIME,
        rules.hours(weights=(100, 100), shared=1),
        rules.days(weights=(50, 50)),
        rules.languages(weights=(50, 100)),
        rules.sectors(weights=(100, 50)),
    ),
)
