"""Mentorship: what a mentor offers and what a graduate or founder wants to reach."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.pairings import rules, terms, values
from matching.pairings.codes import Seniority, Topic
from matching.pairings.declaration import Level, Pairing, Rule
from matching.pairings.facts import Facts
from matching.pairings.words import SideWords, SkillsAsked

MOST_HOURS = 40


class OfferTerms(terms.TermsForm):
    topics = terms.topics()
    hours_month = terms.whole(_("Hours a month"), MOST_HOURS)
    pages = (
        terms.Page("topics", _("What can you help with?"), ("topics",)),
        terms.Page(
            "time",
            _("How much time do you give?"),
            ("hours_month",),
            _("Two hours a month are enough for one person."),
        ),
    )


class GoalTerms(terms.TermsForm):
    topics = terms.topics()
    hours_month = terms.whole(_("Hours a month"), MOST_HOURS)
    hours_overlap = terms.shared_hours()
    goals = forms.CharField(
        label=_("What you want to reach"),
        max_length=500,
        required=False,
        help_text=_("For your request for an introduction. Not shown in lists or matches."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    pages = (
        terms.Page("goals", _("What do you want to reach?"), ("topics", "goals")),
        terms.Page("time", _("How much time do you have?"), ("hours_month", "hours_overlap")),
    )


def hours_month(facts: Facts) -> int | None:
    return None if facts.hours_month is None else min(facts.hours_month, MOST_HOURS)


def says_count(count: int) -> str:
    return ngettext("%(count)d hour a month", "%(count)d hours a month", count) % {"count": count}


def says_hours_month(facts: Facts) -> str:
    return "" if facts.hours_month is None else says_count(facts.hours_month)


AHEAD = Rule(
    measure=Level("experience", values.experience_ahead, size=len(Seniority)),
    label=_("Experience"),
    weights=(48, 144),
    has=rules.seniority_of,
    needs=rules.seniority_of,
    says_holder=rules.says_seniority,
    says_requirer=rules.says_seniority,
)
TIME = Rule(
    measure=Level("time", values.hours_a_month, size=MOST_HOURS + 1),
    label=_("Hours a month"),
    weights=(144, 96),
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
    firm_types={"candidacy": frozenset({"startup"})},
    hours_month=2,
    accepting_fills_a_place=True,
    opening_words=SideWords(
        start=_("Offer mentoring"),
        about=_("Graduates and founders whom you can help are ranked for you with the reasons."),
        empty=_("You offer no mentoring yet. Two hours a month are enough to begin."),
        title=_("What do you offer?"),
        example=_("For example: Mentoring: backend, first steps as a lead"),
        places=_("How many people do you take on at a time?"),
    ),
    candidacy_words=SideWords(
        start=_("Look for a mentor"),
        about=_("Mentors who are ahead of you in what you want to learn are ranked for you."),
        empty=_("You are not matched with mentors. That begins when you agree to it."),
        shown=(_("Verified mentors whose offer fits read that they can help you, and why."),),
        skills=SkillsAsked(
            _("Which skills do you want to learn?"),
            _("Mentors who have them come first."),
        ),
    ),
    rules=(
        rules.skills(weights=(240, 240)),
        rules.coded(
            name="topics", fact="topics", members=Topic, label=_("Topics"), weights=(240, 192)
        ),
        AHEAD,
        TIME,
        rules.hours(weights=(96, 96), shared=1),
        rules.days(weights=(48, 48)),
        rules.languages(weights=(48, 96)),
        rules.sectors(weights=(96, 48)),
        *rules.answering(holder="opening", weight=40),
    ),
)
