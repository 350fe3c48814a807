"""Hiring a team: the tender of a company abroad and a local firm that has the people."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.pairings import rules, terms, values
from matching.pairings.declaration import Level, Pairing, Rule
from matching.pairings.facts import Facts
from matching.pairings.words import SideWords, SkillsAsked

MOST_HEADS = 100


class TenderTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month per person")
    headcount = terms.whole(_("People needed"), 1000)
    usd_max = terms.dollars(_("Budget a month per person up to, USD"))
    seniority = terms.seniority()
    hours_overlap = terms.shared_hours()
    duration_months = terms.whole(_("Duration in months"), 120)
    pages = (
        terms.Page(
            "team",
            _("How large a team, and for how long?"),
            ("headcount", "duration_months", "seniority"),
            _("A firm with less than half of the people is ruled out."),
        ),
        terms.Page(
            "budget",
            _("What is the budget, and how do you work together?"),
            ("usd_max", "hours_overlap"),
            _("Everyone reads it. Firms whose rate is higher are ruled out."),
        ),
    )


class TeamTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month per person")
    headcount = terms.whole(_("People available"), 1000)
    usd_min = terms.dollars(_("Lowest rate a month per person, USD"))
    seniority = terms.seniority()
    listed = forms.ChoiceField(
        label=_("List our team in the directory of teams for hire"),
        choices=[(terms.NO, _("No")), (terms.YES, _("Yes"))],
        required=False,
    )
    pages = (
        terms.Page("team", _("Which team is free?"), ("headcount", "seniority")),
        terms.Page(
            "rate",
            _("What is your lowest rate?"),
            ("usd_min",),
            _("Tenders that pay less are ruled out, so that neither side loses time."),
        ),
        terms.Page(
            "directory",
            _("Should companies find your team without a tender?"),
            ("listed",),
            _(
                "In the directory verified companies read what your team can do, how many people"
                " are free and how senior they are. So does whoever else may find your firm:"
                " everyone, if it is named to everyone. Your lowest rate stands nowhere. You can"
                " take the team out on any day."
            ),
        ),
    )
    private = frozenset({"usd_min"})
    asks_leave = frozenset({"listed"})


def heads(facts: Facts) -> int | None:
    return None if facts.headcount is None else min(facts.headcount, MOST_HEADS)


def says_count(count: int) -> str:
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def says_heads(facts: Facts) -> str:
    return "" if facts.headcount is None else says_count(facts.headcount)


HEADCOUNT = Rule(
    measure=Level("headcount", values.enough, size=MOST_HEADS + 1),
    label=_("Size of the team"),
    weights=(96, 192),
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
    firm_types={
        "opening": frozenset({"diaspora", "international"}),
        "candidacy": frozenset({"local_it"}),
    },
    opening_words=SideWords(
        start=_("Ask for a team"),
        about=_("Local firms that have the people are ranked for you with the reasons."),
        empty=_("You ask for no team yet. A tender finds a local firm that has the people."),
        title=_("What is the team for?"),
        example=_("For example: Team of 5, payments platform"),
        skills=SkillsAsked(
            _("Which skills does the team need?"),
            _("Skills decide more of a match than anything else."),
        ),
    ),
    candidacy_words=SideWords(
        start=_("Offer your team"),
        about=_("Tenders that fit are ranked for you, each with its reasons."),
        empty=_("Your team is not matched with tenders. That begins when you agree to it."),
        shown=(
            _("Verified companies whose tender fits read that your firm fits, and why."),
            _("Nobody reads your lowest rate: companies learn whether it fits, not the amount."),
        ),
    ),
    rules=(
        rules.skills(weights=(144, 336)),
        HEADCOUNT,
        rules.seniority(weights=(96, 96)),
        rules.pay(weights=(336, 96)),
        rules.hours(weights=(144, 96)),
        rules.days(weights=(48, 48)),
        rules.languages(weights=(0, 48)),
        rules.sectors(weights=(96, 48)),
        *rules.answering(holder="candidacy", weight=40),
    ),
)
