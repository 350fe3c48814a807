"""Hiring a person: a firm's job and a graduate who looks for one."""

from django.utils.translation import gettext_lazy as _

from matching.pairings import rules, terms
from matching.pairings.codes import Route
from matching.pairings.declaration import Pairing


class JobTerms(terms.TermsForm):
    money_in_words = _("%(usd)s a month")
    mode = terms.mode()
    seniority = terms.seniority()
    usd_min = terms.dollars(_("Pay a month from, USD"))
    usd_max = terms.dollars(_("Pay a month up to, USD"))
    hours_overlap = terms.whole(_("Hours a day to share"), 24)
    routes = terms.routes()


class JobSearchTerms(terms.TermsForm):
    mode = terms.mode()
    usd_min = terms.dollars(_("Lowest pay a month, USD"))
    routes = terms.routes()


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
    rules=(
        rules.skills(weights=(150, 400)),
        rules.seniority(weights=(100, 150)),
        rules.place(weights=(200, 50)),
        rules.pay(weights=(250, 100)),
        rules.hours(weights=(100, 100)),
        rules.days(weights=(50, 50)),
        rules.languages(weights=(0, 100)),
        rules.sectors(weights=(100, 50)),
        rules.coded(name="routes", fact="routes", members=Route, label=_("Route"), weights=(50, 0)),
    ),
)
