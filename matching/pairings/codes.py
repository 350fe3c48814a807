"""Coded facts: their members, words and places in the engine's masks (append, never reorder)."""

from collections.abc import Iterable, Mapping
from functools import cache

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    """How much of the work is on site; a person accepts this much or less."""

    ONSITE = "onsite", _("On site")
    HYBRID = "hybrid", _("Hybrid")
    REMOTE = "remote", _("Remote")


class Seniority(models.IntegerChoices):
    STUDENT = 0, _("Student or intern")
    JUNIOR = 1, _("Junior")
    MIDDLE = 2, _("Mid-level")
    SENIOR = 3, _("Senior")
    LEAD = 4, _("Lead")


class Route(models.TextChoices):
    """How someone is engaged."""

    DIRECT = "direct", _("Direct employment")
    CONTRACTOR = "contractor", _("Contractor")
    LOCAL_FIRM = "local_firm", _("Through a local firm")
    EMPLOYER_OF_RECORD = "eor", _("Employer of record")
    BRANCH = "branch", _("Own branch")


class Stage(models.TextChoices):
    IDEA = "idea", _("Idea")
    PRE_SEED = "pre_seed", _("Pre-seed")
    SEED = "seed", _("Seed")
    SERIES_A = "series_a", _("Series A")
    GROWTH = "growth", _("Growth")


class Instrument(models.TextChoices):
    EQUITY = "equity", _("Shares")
    SAFE = "safe", _("SAFE")
    CONVERTIBLE = "convertible", _("Convertible note")
    REVENUE_SHARE = "revenue_share", _("Revenue share")


class Topic(models.TextChoices):
    CAREER = "career", _("Career choices")
    CV = "cv", _("CV and portfolio")
    INTERVIEW = "interview", _("Interviews")
    TECHNICAL = "technical", _("Technical depth")
    FREELANCE = "freelance", _("Freelancing and remote work")
    LEADERSHIP = "leadership", _("Leading people")
    PRODUCT = "product", _("Product")
    FOUNDING = "founding", _("Founding a startup")
    FUNDRAISING = "fundraising", _("Raising money")
    SALES = "sales", _("Sales and market access")
    STUDY = "study", _("Study abroad")


class Region(models.TextChoices):
    PALESTINE = "palestine", _("Palestine")
    LEVANT_EGYPT = "levant_egypt", _("Levant and Egypt")
    GULF = "gulf", _("Gulf")
    MAGHREB = "maghreb", _("Maghreb")
    EUROPE = "europe", _("Europe")
    NORTH_AMERICA = "north_america", _("North America")
    LATIN_AMERICA = "latin_america", _("Latin America")
    ASIA_PACIFIC = "asia_pacific", _("Asia and the Pacific")
    AFRICA = "africa", _("Africa")


class Importance(models.IntegerChoices):
    """What a required skill weighs in the coverage."""

    HELPFUL = 1, _("Helpful")
    IMPORTANT = 2, _("Important")
    ESSENTIAL = 3, _("Essential")


@cache
def places(members: type[models.TextChoices]) -> Mapping[str, int]:
    """Each value's place, which is its bit."""
    return {value: place for place, value in enumerate(members.values)}


def mask(values: Iterable[str], members: type[models.TextChoices]) -> int | None:
    """One bit a member; nothing said is `None`. Unknown values are refused with a ValueError."""
    order = places(members)
    bits = 0
    for value in values:
        if value not in order:
            raise ValueError(f"{value!r} is not one of {', '.join(order)}.")
        bits |= 1 << order[value]
    return bits or None


def labels(values: Iterable[str], members: type[models.TextChoices]) -> list[str]:
    """The words of coded values, in the reader's language."""
    return [str(members(value).label) for value in values]
