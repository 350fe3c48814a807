"""Investing: the mandate of an investor and the raise of a startup."""

from bisect import bisect_right

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.pairings import deeds, rules, terms, values
from matching.pairings.codes import Instrument, Region, Stage, labels, mask
from matching.pairings.declaration import Overlap, Pairing, Rule
from matching.pairings.facts import Facts
from matching.pairings.words import SideWords, SkillsAsked
from profiles.regions import region_of

# Lower bounds in USD of the bands of money: below the first is the first band.
BANDS = (
    10_000, 25_000, 50_000, 100_000, 200_000, 350_000, 500_000, 1_000_000,
    2_000_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000,
)  # fmt: skip


class MandateTerms(terms.TermsForm):
    usd_min = terms.dollars(_("Ticket from, USD"))
    usd_max = terms.dollars(_("Ticket up to, USD"))
    stages = terms.stages()
    regions = terms.regions()
    instruments = terms.instruments()
    pages = (
        terms.Page(
            "ticket",
            _("How large is a ticket?"),
            ("usd_min", "usd_max"),
            _("Everyone reads it. Startups that cannot use such a ticket are ruled out."),
        ),
        terms.Page("stage", _("At which stage, and how?"), ("stages", "instruments")),
        terms.Page("regions", _("Where do you invest?"), ("regions",)),
    )


class RaiseTerms(terms.TermsForm):
    usd_min = terms.dollars(_("Smallest useful ticket, USD"))
    usd_max = terms.dollars(_("Raising in all, USD"))
    stages = terms.stages()
    instruments = terms.instruments()
    shows_match = forms.ChoiceField(
        label=_("Show investors what a co-investment grant could add to your round"),
        choices=[(terms.NO, _("No")), (terms.YES, _("Yes"))],
        required=False,
    )
    pages = (
        terms.Page(
            "amount",
            _("How much do you raise?"),
            ("usd_max", "usd_min"),
            _("It decides whose tickets you can use."),
        ),
        terms.Page("stage", _("At which stage, and how?"), ("stages", "instruments")),
        terms.Page(
            "match",
            _("May investors read how much is still needed for a matching grant?"),
            ("shows_match",),
            _(
                "Investors to whom you are introduced read the total that is confirmed, and what a"
                " grant would add, as published. No single amount stands there."
            ),
        ),
    )
    private = frozenset({"usd_min", "usd_max"})
    asks_leave = frozenset({"shows_match"})


# Shared bands from which money fits fully: a wide range is no fault of an investor's.
COMFORTABLE_BANDS = 4


def band(usd: int) -> int:
    return bisect_right(BANDS, usd)


def money_mask(facts: Facts) -> int | None:
    """A bit for every band between the two amounts; a bound that is not said is open."""
    if facts.usd_min is None and facts.usd_max is None:
        return None
    low = 0 if facts.usd_min is None else band(facts.usd_min)
    high = len(BANDS) if facts.usd_max is None else band(facts.usd_max)
    return sum(1 << place for place in range(low, high + 1))


def says_money(facts: Facts) -> str:
    if facts.usd_min is not None and facts.usd_max is not None:
        low, high = rules.dollars(facts.usd_min), rules.dollars(facts.usd_max)
        return gettext("%(low)s to %(high)s") % {"low": low, "high": high}
    return rules.says_at_least(facts) or rules.says_up_to(facts)


def home(facts: Facts) -> int | None:
    region = region_of(facts.country)
    return mask([region], Region) if region else None


def says_home(facts: Facts) -> str:
    region = region_of(facts.country)
    return str(Region(region).label) if region else ""


TICKET = Rule(
    measure=Overlap("ticket", values.ticket, width=len(BANDS) + 1, most_needed=len(BANDS) + 1),
    label=_("Money"),
    weights=(288, 192),
    has=money_mask,
    needs=money_mask,
    need=lambda facts: COMFORTABLE_BANDS,
    says_holder=says_money,
    says_requirer=says_money,
    lift_holder=_("Take their ticket"),
    lift_requirer=_("Widen the ticket"),
    private=True,
)
REGION = Rule(
    measure=Overlap("region", values.any_or_ruled_out, width=len(Region), most_needed=len(Region)),
    label=_("Region"),
    weights=(48, 96),
    has=home,
    needs=lambda facts: mask(facts.regions, Region),
    says_holder=says_home,
    says_requirer=lambda facts: gettext(", ").join(labels(facts.regions, Region)),
    lift_requirer=_("Invest in their region too"),
)
FUNDED = Rule(
    measure=Overlap("funded", values.funded_before, width=deeds.WIDTH, most_needed=1),
    label=_("Has funded before"),
    weights=(48, 48),
    has=deeds.raised,
    needs=deeds.funded,
    need=lambda facts: 1,
    says_holder=rules.says_nothing,
    says_requirer=deeds.says_funded,
    measured=True,
)
FUNDED_THERE = Rule(
    measure=Overlap(
        "funded_there", values.funded_there, width=deeds.WIDTH_OF_PLACES, most_needed=1
    ),
    label=_("Has funded there"),
    weights=(0, 48),
    has=deeds.raised_there,
    needs=deeds.funded_there,
    need=lambda facts: 1,
    says_holder=rules.says_nothing,
    says_requirer=deeds.says_places,
    measured=True,
)

PAIRING = Pairing(
    slug="investing",
    pillar="investing",
    label=_("Investment"),
    opening_label=_("Investment mandate"),
    candidate_label=_("Raising money"),
    owner_kinds=frozenset({"investor"}),
    candidate_kinds=frozenset({"firm"}),
    holder="candidacy",
    opening_terms=MandateTerms,
    candidacy_terms=RaiseTerms,
    firm_types={"candidacy": frozenset({"startup"})},
    opening_words=SideWords(
        start=_("Say what you invest in"),
        about=_("Startups that fit your mandate are ranked for you with the reasons."),
        empty=_("You have no mandate yet. With one you read the startups that fit it, and why."),
        title=_("What do you invest in?"),
        example=_("For example: Seed investments in fintech"),
        skills=SkillsAsked(
            _("Which technologies do you look for?"),
            _("They count little. Leave it empty if you invest in any."),
            needed=False,
        ),
    ),
    candidacy_words=SideWords(
        start=_("Raise money"),
        about=_("Investors whose mandate fits are ranked for you, each with the reasons."),
        empty=_("You are not matched with investors. That begins when you agree to it."),
        shown=(
            _("Verified investors whose mandate fits read that your startup fits, and why."),
            _("Nobody reads your amounts: investors learn whether they fit, not how much it is."),
        ),
    ),
    rules=(
        rules.skills(weights=(48, 48)),
        rules.coded(
            name="stage", fact="stages", members=Stage, label=_("Stage"), weights=(192, 240)
        ),
        TICKET,
        REGION,
        rules.coded(
            name="instrument",
            fact="instruments",
            members=Instrument,
            label=_("Instrument"),
            weights=(96, 48),
        ),
        rules.sectors(weights=(192, 240), shared=1),
        FUNDED,
        FUNDED_THERE,
        rules.languages(weights=(48, 0)),
        *rules.answering(holder="candidacy", weight=40),
    ),
)
