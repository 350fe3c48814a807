"""Internships: a firm's placement and a graduate or student who looks for one."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.pairings import rules, terms, values
from matching.pairings.declaration import Level, Pairing, Rule
from matching.pairings.facts import Facts
from matching.pairings.words import SideWords, SkillsAsked

MOST_WEEKS = 52
STIPEND_STEP = 50


class PlacementTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month")
    mode = terms.mode()
    weeks = terms.whole(_("Weeks"), MOST_WEEKS)
    usd_max = terms.dollars(_("Stipend a month, USD"))
    hours_overlap = terms.shared_hours()
    pages = (
        terms.Page("place", _("How is the internship done?"), ("mode", "country", "hours_overlap")),
        terms.Page(
            "length",
            _("How long is it, and what does it pay?"),
            ("weeks", "usd_max"),
            _("Everyone reads it. Whoever has less than half of the weeks is ruled out."),
        ),
    )


class PlacementSearchTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month")
    mode = terms.mode()
    weeks = terms.whole(_("Weeks you have"), MOST_WEEKS)
    usd_min = terms.dollars(_("Lowest stipend a month, USD"))
    pages = (
        terms.Page("work", _("How, and for how long?"), ("mode", "weeks")),
        terms.Page(
            "pay",
            _("What is the lowest stipend you would accept?"),
            ("usd_min",),
            _("Internships that pay less are ruled out. Leave it empty if it does not matter."),
        ),
    )
    private = frozenset({"usd_min"})


def weeks(facts: Facts) -> int | None:
    return None if facts.weeks is None else min(facts.weeks, MOST_WEEKS)


def says_count(count: int) -> str:
    return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}


def says_weeks(facts: Facts) -> str:
    return "" if facts.weeks is None else says_count(facts.weeks)


WEEKS = Rule(
    measure=Level("weeks", values.enough, size=MOST_WEEKS + 1),
    label=_("Duration"),
    weights=(144, 144),
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
    opening_words=SideWords(
        start=_("Offer an internship"),
        about=_("Students and graduates who fit are ranked for you with the reasons."),
        empty=_("No internship is offered yet. Abroad or remote, it is often the first job."),
        title=_("What is the internship?"),
        example=_("For example: Internship: backend, Python"),
        skills=SkillsAsked(
            _("Which skills does the internship need?"),
            _("Ask for the few that are needed from the first day; the rest is learned."),
        ),
        places=_("How many interns do you take?"),
    ),
    candidacy_words=SideWords(
        start=_("Look for an internship"),
        about=_("Internships that fit are ranked for you, each with its reasons."),
        empty=_("You are not matched with internships. That begins when you agree to it."),
        shown=(
            _("Verified firms whose internship fits read that you fit, and why."),
            _("Nobody reads your lowest stipend: firms learn whether it fits, not how much it is."),
        ),
    ),
    rules=(
        rules.skills(weights=(192, 336)),
        WEEKS,
        rules.place(weights=(192, 48)),
        rules.pay(weights=(144, 48), step=STIPEND_STEP),
        rules.hours(weights=(96, 144)),
        rules.days(weights=(48, 48)),
        rules.languages(weights=(0, 144)),
        rules.sectors(weights=(144, 48)),
        *rules.answering(holder="candidacy", weight=40),
    ),
)
