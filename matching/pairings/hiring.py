"""Hiring a person: a firm's job and a graduate who looks for one."""

from django.utils.translation import gettext_lazy as _

from matching.pairings import rules, terms
from matching.pairings.codes import Route
from matching.pairings.declaration import Pairing
from matching.pairings.words import SideWords, SkillsAsked


class JobTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month")
    mode = terms.mode()
    seniority = terms.seniority()
    usd_min = terms.dollars(_("Pay a month from, USD"))
    usd_max = terms.dollars(_("Pay a month up to, USD"))
    hours_overlap = terms.shared_hours()
    routes = terms.routes()
    pages = (
        terms.Page("place", _("How is the work done?"), ("mode", "country", "hours_overlap")),
        terms.Page("level", _("Whom do you look for?"), ("seniority", "routes")),
        terms.Page(
            "pay",
            _("What does it pay?"),
            ("usd_min", "usd_max"),
            _("Everyone reads it. Whoever asks for more than the upper amount is ruled out."),
        ),
    )


class JobSearchTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month")
    mode = terms.mode()
    usd_min = terms.dollars(_("Lowest pay a month, USD"))
    routes = terms.routes()
    pages = (
        terms.Page("work", _("How do you want to work?"), ("mode", "routes")),
        terms.Page(
            "pay",
            _("What is the lowest pay you would accept?"),
            ("usd_min",),
            _("Jobs that pay less are ruled out, so that neither side loses time."),
        ),
    )
    private = frozenset({"usd_min"})


PAIRING = Pairing(
    slug="hiring",
    pillar="hiring",
    label=_("Jobs"),
    opening_label=_("Job"),
    candidate_label=_("Looking for a job"),
    owner_kinds=frozenset({"firm"}),
    candidate_kinds=frozenset({"graduate"}),
    holder="candidacy",
    opening_terms=JobTerms,
    candidacy_terms=JobSearchTerms,
    opening_words=SideWords(
        start=_("Post a job"),
        about=_("Graduates who fit are ranked for you with the reasons, and see how they fit."),
        empty=_("No job is posted yet. Graduates are ranked for a job as soon as it is open."),
        title=_("What is the job?"),
        example=_("For example: Backend developer, Python"),
        skills=SkillsAsked(
            _("Which skills does the job need?"),
            _("Skills decide more of a match than anything else."),
        ),
        places=_("How many people do you hire?"),
    ),
    candidacy_words=SideWords(
        start=_("Look for a job"),
        about=_("Jobs that fit are ranked for you, each with its reasons."),
        empty=_("You are not matched with jobs. That begins when you agree to it."),
        shown=(
            _("Verified firms whose job fits read that you fit, and why."),
            _("Nobody reads your lowest pay: firms learn whether it fits, not how much it is."),
        ),
    ),
    rules=(
        rules.skills(weights=(144, 384)),
        rules.seniority(weights=(96, 144)),
        rules.place(weights=(192, 48)),
        rules.pay(weights=(240, 96)),
        rules.hours(weights=(96, 96)),
        rules.days(weights=(48, 48)),
        rules.languages(weights=(0, 96)),
        rules.sectors(weights=(96, 48)),
        rules.coded(name="routes", fact="routes", members=Route, label=_("Route"), weights=(48, 0)),
        *rules.answering(holder="candidacy", weight=40),
    ),
)
