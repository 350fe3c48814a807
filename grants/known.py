"""Facts that somebody need not be asked, because a record of theirs says them already.

Only what a record says for sure: years of founding give no months, and silence gives no "no".
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from grants.rules import Value
from matching.engagements.coinvestors import GIVEN
from matching.engagements.models import Engagement
from matching.engagements.queries import EngagementQuerySet
from matching.engagements.statements import holding_of
from matching.models import Candidacy, Opening
from matching.pairings.codes import Seniority
from matching.pairings.words import Words
from profiles.firms.models import Firm, Vouch
from profiles.firms.vouching import vouched_facts
from profiles.models import Profile
from profiles.zones import IN_GAZA

FULL_TIME_HOURS = 35
OF_ONE = ("hiring", "internships")
"""What engages one person at each of its places."""
BUSINESS = {Firm.Type.LOCAL_IT: "it_services", Firm.Type.STARTUP: "startup"}
ABROAD = (Firm.Type.DIASPORA, Firm.Type.INTERNATIONAL)
LEVELS = {Seniority.MIDDLE: "middle", Seniority.SENIOR: "advanced", Seniority.LEAD: "advanced"}
PROFILE, OPENING, OUTCOME, VOUCHED, ROUND = (
    _("from your profile"),
    _("from this opening"),
    _("from what both sides confirmed"),
    _("checked by programme staff"),
    _("from your round"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A fact's value, and where it is from in words."""

    value: Value
    where: Words


def of_profile(profile: Profile) -> dict[str, Known]:
    """Of a firm; nothing of anybody else."""
    firm = getattr(profile, "firm", None)
    if firm is None:
        return {}
    known = {"is_foreign": Known(firm.type in ABROAD, PROFILE), "place": _place(profile)}
    if firm.type in BUSINESS:
        known["business"] = Known(BUSINESS[Firm.Type(firm.type)], PROFILE)
    if _is_registered(profile):
        known["registration"] = Known("registered", VOUCHED)
    return {name: said for name, said in known.items() if said is not None}


def _place(profile: Profile) -> Known | None:
    if profile.governorate is not None:
        return Known("gaza" if profile.governorate.code in IN_GAZA else "west_bank", PROFILE)
    country = str(profile.country)
    return Known("elsewhere", PROFILE) if country and country != "PS" else None


def _is_registered(profile: Profile) -> bool:
    """By the latest check of that fact, if it stands."""
    return any(fact == Vouch.Fact.REGISTERED for fact, _number in vouched_facts(profile))


def of_opening(opening: Opening) -> dict[str, Known]:
    """What a job, a placement or a tender says of a hire; its upper pay is what it may cost."""
    heads = _heads(opening)
    known: dict[str, Known] = {} if heads is None else {"heads": Known(heads, OPENING)}
    if opening.seniority in LEVELS:
        known["skill_level"] = Known(LEVELS[Seniority(opening.seniority)], OPENING)
    if opening.usd_max and opening.pairing in OF_ONE:
        known["monthly_cost"] = Known(Decimal(opening.usd_max), OPENING)
    return known


def _heads(opening: Opening) -> int | None:
    """The people whom a tender asks for; of a job or a placement each place is one."""
    if opening.pairing == "contracting":
        return opening.headcount
    return opening.capacity if opening.pairing in OF_ONE else None


def of_engagement(engagement: Engagement) -> dict[str, Known]:
    """What both sides confirmed of a hire or a placement."""
    terms = holding_of(engagement)
    if terms is None or engagement.pairing not in OF_ONE:
        return {}
    known: dict[str, Known] = {"heads": Known(1, OUTCOME)}
    if terms.usd:
        known["monthly_cost"] = Known(Decimal(terms.usd), OUTCOME)
    if terms.hours:
        is_full = terms.hours >= FULL_TIME_HOURS
        known["contract"] = Known("full_time" if is_full else "part_time", OUTCOME)
    return known


def contracts_abroad(firm: OuterRef) -> EngagementQuerySet:
    """Of the firm that a row refers to, with buyers abroad: those that run."""
    running = Engagement.objects.filter(
        candidate=firm, pairing="contracting", state=Engagement.State.RUNNING
    )
    found: EngagementQuerySet = running.filter(owner__firm__type__in=ABROAD)
    return found


def letter_of(*, has_buyer: bool) -> dict[str, Known]:
    """A contract abroad that runs is more than the letter of intent that a window asks for."""
    return {"has_letter_of_intent": Known(value=True, where=OUTCOME)} if has_buyer else {}


def of_raise(candidacy: Candidacy) -> dict[str, Known]:
    """That there is a round, and the money in it that both sides confirmed."""
    return {
        "raises_privately": Known(value=True, where=ROUND),
        "outside_money": Known(outside_money(candidacy.profile_id), OUTCOME),
    }


def outside_money(startup_id: int) -> Decimal:
    """What is committed or invested in the startup now, in US dollars."""
    rows = Engagement.objects.filter(
        candidate=startup_id, pairing="investing", state=Engagement.State.RUNNING
    ).with_agreements()
    terms = map(holding_of, rows)
    amounts = (each.usd for each in terms if each and each.stage in GIVEN and each.usd)
    return Decimal(sum(amounts))
