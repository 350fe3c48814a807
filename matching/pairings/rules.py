"""Rules that several pairings share: the facts they read and the words they are shown in."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.pairings import values
from matching.pairings.clock import days_in_words, hours_in_words
from matching.pairings.codes import Mode, Region, Seniority, labels, mask, places
from matching.pairings.declaration import Coverage, Level, Overlap, Rule, Side, Words
from matching.pairings.facts import Facts
from profiles.labels import language_label, language_mask, sector_label, sector_mask
from profiles.models import Profile, ProfileSkill
from profiles.regions import region_of

DEFAULT_SHARED_HOURS = 3
PAY_STEP, PAY_BANDS = 100, 80
Weights = tuple[int, int]


def says_nothing(facts: Facts) -> str:
    return ""


def skills(*, weights: Weights) -> Rule:
    """The page names the held and the missing skills itself."""
    return Rule(
        measure=Coverage("skills", values.skill_credit, levels=values.RELATED),
        label=gettext_lazy("Required skills"),
        weights=weights,
        has=lambda facts: len(facts.skills) or None,
        needs=lambda facts: len(facts.asked) or None,
        says_holder=says_nothing,
        says_requirer=says_nothing,
        lift_holder=gettext_lazy("Add %(skill)s, if you can show it"),
        lift_requirer=gettext_lazy("Do without %(skill)s"),
        lift_level=gettext_lazy("Reach “%(value)s” in %(skill)s"),
        says_code=lambda level: str(ProfileSkill.Level(level).label),
    )


def seniority_of(facts: Facts) -> int | None:
    """What is said, else read off the years of work: 1 to 2 junior, to 5 middle, to 9 senior."""
    if facts.seniority is not None:
        return facts.seniority
    years = facts.experience_years
    return None if years is None else sum(years >= least for least in (1, 3, 6, 10))


def says_level(level: int) -> str:
    return str(Seniority(level).label)


def says_seniority(facts: Facts) -> str:
    level = seniority_of(facts)
    return "" if level is None else says_level(level)


def seniority(*, weights: Weights) -> Rule:
    return Rule(
        measure=Level("seniority", values.seniority, size=len(Seniority)),
        label=gettext_lazy("Seniority"),
        weights=weights,
        has=seniority_of,
        needs=seniority_of,
        says_holder=says_seniority,
        says_requirer=says_seniority,
        says_code=says_level,
        lift_requirer=gettext_lazy("Ask for: %(value)s"),
    )


def _place(facts: Facts) -> int | None:
    region = region_of(facts.country)
    if not (region and facts.mode):
        return None
    return places(Region)[region] * values.MODES + places(Mode)[facts.mode]


def _says_place(facts: Facts) -> str:
    mode = str(Mode(facts.mode).label) if facts.mode else ""
    region = region_of(facts.country)
    return _(", ").join(
        part for part in (mode, str(Region(region).label) if region else "") if part
    )


def _says_place_code(code: int) -> str:
    region, mode = divmod(code, values.MODES)
    return _(", ").join((str(list(Mode)[mode].label), str(list(Region)[region].label)))


def place(*, weights: Weights) -> Rule:
    return Rule(
        measure=Level("place", values.place, size=len(Region) * values.MODES),
        label=gettext_lazy("Place of work"),
        weights=weights,
        has=_place,
        needs=_place,
        says_holder=_says_place,
        says_requirer=_says_place,
        says_code=_says_place_code,
        lift_holder=gettext_lazy("Work like this: %(value)s"),
        lift_requirer=gettext_lazy("Offer the work like this: %(value)s"),
    )


def money_code(usd: int | None, *, step: int = PAY_STEP, bands: int = PAY_BANDS) -> int | None:
    """A band of `step` dollars, the last one open. A veto is never false: within a band, none."""
    return None if usd is None else min(usd // step, bands - 1)


def dollars(usd: int) -> str:
    return _("USD %(amount)s") % {"amount": f"{usd:,}"}


def says_at_least(facts: Facts) -> str:
    return "" if facts.usd_min is None else _("at least %s") % dollars(facts.usd_min)


def says_up_to(facts: Facts) -> str:
    return "" if facts.usd_max is None else _("up to %s") % dollars(facts.usd_max)


def pay(*, weights: Weights, step: int = PAY_STEP) -> Rule:
    """A floor per month against a ceiling per month."""
    return Rule(
        measure=Level("pay", values.pay, size=PAY_BANDS),
        label=gettext_lazy("Pay"),
        weights=weights,
        has=lambda facts: money_code(facts.usd_min, step=step),
        needs=lambda facts: money_code(facts.usd_max, step=step),
        says_holder=says_at_least,
        says_requirer=says_up_to,
        says_code=lambda code: dollars(code * step),
        lift_holder=gettext_lazy("Accept pay from %(value)s"),
        lift_requirer=gettext_lazy("Offer up to %(value)s"),
        private=True,
    )


def _says_hours(facts: Facts) -> str:
    return "" if facts.utc_hours is None else hours_in_words(facts.utc_hours)


def _says_days(facts: Facts) -> str:
    return "" if facts.utc_days is None else days_in_words(facts.utc_days)


def hours(*, weights: Weights, shared: int = DEFAULT_SHARED_HOURS) -> Rule:
    """Hours of the day in UTC; `shared` are needed where the requirer has not said how many."""
    return Rule(
        measure=Overlap("hours", values.shared_or_ruled_out, width=24, most_needed=24),
        label=gettext_lazy("Working hours"),
        weights=weights,
        has=lambda facts: facts.utc_hours,
        needs=lambda facts: facts.utc_hours,
        need=lambda facts: facts.hours_overlap or shared,
        says_holder=_says_hours,
        says_requirer=_says_hours,
        lift_holder=gettext_lazy("Be free at their hours"),
        lift_requirer=gettext_lazy("Be free at their hours"),
    )


def days(*, weights: Weights) -> Rule:
    return Rule(
        measure=Overlap("days", values.shared_or_ruled_out, width=7, most_needed=7),
        label=gettext_lazy("Days of the week"),
        weights=weights,
        has=lambda facts: facts.utc_days,
        needs=lambda facts: facts.utc_days,
        says_holder=_says_days,
        says_requirer=_says_days,
        lift_holder=gettext_lazy("Be free on their days"),
        lift_requirer=gettext_lazy("Be free on their days"),
    )


def _says_languages(facts: Facts) -> str:
    return _(", ").join(language_label(code) for code in facts.languages)


def languages(*, weights: Weights) -> Rule:
    """B2 or better in at least one of the languages that are asked for."""
    return Rule(
        measure=Overlap("languages", values.shared_or_ruled_out, width=16, most_needed=16),
        label=gettext_lazy("Languages"),
        weights=weights,
        has=lambda facts: language_mask(facts.languages),
        needs=lambda facts: language_mask(facts.languages),
        says_holder=_says_languages,
        says_requirer=_says_languages,
        lift_holder=gettext_lazy("Reach B2 in what they ask for"),
        lift_requirer=gettext_lazy("Take one of their languages"),
    )


def _says_sectors(facts: Facts) -> str:
    return _(", ").join(sector_label(slug) for slug in facts.sectors)


def sectors(*, weights: Weights, shared: int | None = None) -> Rule:
    """Common sectors: all that are asked for are needed, or `shared` of them."""
    return Rule(
        measure=Overlap("sectors", values.shared, width=24, most_needed=24),
        label=gettext_lazy("Sectors"),
        weights=weights,
        has=lambda facts: sector_mask(facts.sectors),
        needs=lambda facts: sector_mask(facts.sectors),
        need=None if shared is None else lambda facts: shared,
        says_holder=_says_sectors,
        says_requirer=_says_sectors,
        lift_holder=gettext_lazy("Name their sectors, if they are yours"),
        lift_requirer=gettext_lazy("Open to their sectors"),
    )


def coded(
    *,
    name: str,
    fact: str,
    members: type[models.TextChoices],
    label: Words,
    weights: Weights,
) -> Rule:
    """A list of codes on both sides of which one must be shared (routes, stages, instruments)."""

    def said(facts: Facts) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(facts, fact)
        return found

    def says(facts: Facts) -> str:
        return _(", ").join(labels(said(facts), members))

    return Rule(
        measure=Overlap(
            name, values.any_or_ruled_out, width=len(members), most_needed=len(members)
        ),
        label=label,
        weights=weights,
        has=lambda facts: mask(said(facts), members),
        needs=lambda facts: mask(said(facts), members),
        says_holder=says,
        says_requirer=says,
        lift_holder=gettext_lazy("Agree to one of theirs"),
        lift_requirer=gettext_lazy("Agree to one of theirs"),
    )


def _says_answering(facts: Facts) -> str:
    if facts.answers is None:
        return _("not known yet")
    return str(Profile.Answering(facts.answers).label)


def answering(*, holder: Side, weight: int) -> tuple[Rule, Rule]:
    """How each side answers requests: it counts for the other side alone, so that it takes two.

    holder: which of the two the holder is, by whose name each is called
    """
    labels = {
        "opening": gettext_lazy("Owner answers"),
        "candidacy": gettext_lazy("Candidate answers"),
    }
    requirer: Side = "candidacy" if holder == "opening" else "opening"
    within_a_day = gettext_lazy("Answer requests within a day")
    size = len(Profile.Answering)
    return (
        Rule(
            measure=Level("holder_answers", values.holder_answers, size=size),
            label=labels[holder],
            weights=(0, weight),
            has=lambda facts: facts.answers,
            needs=lambda facts: 0,
            says_holder=_says_answering,
            says_requirer=says_nothing,
            lift_holder=within_a_day,
            measured=True,
        ),
        Rule(
            measure=Level("requirer_answers", values.requirer_answers, size=size),
            label=labels[requirer],
            weights=(weight, 0),
            has=lambda facts: 0,
            needs=lambda facts: facts.answers,
            says_holder=says_nothing,
            says_requirer=_says_answering,
            lift_requirer=within_a_day,
            measured=True,
        ),
    )
