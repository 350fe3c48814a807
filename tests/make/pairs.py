"""Openings and candidacies, and who never meets."""

from collections.abc import Callable
from typing import Any

from matching.models import Candidacy, Exclusion, Opening
from profiles.models import Profile
from tests.cast import asks
from tests.cast.asks import Draft
from tests.cast.saving import save_candidacies, save_openings
from tests.make.people import (
    a_diaspora_firm,
    a_graduate,
    a_local_firm,
    a_mentor,
    a_startup,
    an_international_company,
    an_investor,
)


def a_job(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.job(owner or an_international_company(), **facts))


def a_placement(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.placement(owner or a_diaspora_firm(), **facts))


def a_tender(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.tender(owner or an_international_company(), **facts))


def a_mandate(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.mandate(owner or an_investor(), **facts))


def a_mentoring_offer(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.mentoring_offer(owner or a_mentor(), **facts))


def an_opening(pairing: str, **facts: Any) -> Opening:
    """Of that pairing, whoever offers it."""
    offers: dict[str, Callable[..., Opening]] = {
        "hiring": a_job,
        "internships": a_placement,
        "mentorship": a_mentoring_offer,
        "contracting": a_tender,
        "investing": a_mandate,
    }
    return offers[pairing](**facts)


def looks_for_a_job(graduate: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.job_search(graduate, **facts))


def looks_for_a_placement(graduate: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.placement_search(graduate, **facts))


def looks_for_a_mentor(profile: Profile, **facts: Any) -> Candidacy:
    """Of a graduate, or of a startup for its founder."""
    return _stated(asks.goals(profile, **facts))


def offers_a_team(firm: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.team(firm, **facts))


def raises(startup: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.raise_(startup, **facts))


def asks_for_levels(row: Opening | Candidacy, **levels: int) -> None:
    """Of skills that the row asks for: slug (`_` for `-`) to level 1..4."""
    for slug, level in levels.items():
        row.asked_skills.filter(skill__slug=slug.replace("_", "-")).update(level=level)


def excludes(a: Profile, b: Profile, reason: str = Exclusion.Reason.NOT_FOR_ME) -> Exclusion:
    return Exclusion.objects.create(a=a, b=b, reason=reason)


def a_candidate_for(opening: Opening) -> Candidacy:
    seeks: dict[str, Callable[[Profile], Candidacy]] = {
        "hiring": looks_for_a_job,
        "internships": looks_for_a_placement,
        "mentorship": looks_for_a_mentor,
        "contracting": offers_a_team,
        "investing": raises,
    }
    who = {"contracting": a_local_firm, "investing": a_startup}.get(opening.pairing, a_graduate)
    return seeks[opening.pairing](who())


def _posted(draft: Draft[Opening]) -> Opening:
    return save_openings([draft])[0]


def _stated(draft: Draft[Candidacy]) -> Candidacy:
    return save_candidacies([draft])[0]
