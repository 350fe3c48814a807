"""Openings and candidacies as unsaved rows: sensible defaults, every column by keyword.

`skills` is {slug: importance 1..3}, `levels` {slug: level 1..4} of those with one. The defaults
of the two sides of a pairing, and those of `drafts`, fit each other well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.utils import timezone

from matching.models import Candidacy, Opening
from matching.pairings.codes import Instrument, Mode, Region, Route, Seniority, Stage, Topic
from matching.search import folded_text
from profiles.models import Profile

Row = TypeVar("Row", Opening, Candidacy)
WANTED: Mapping[str, int] = {"python": 3, "django": 2, "postgresql": 1}


@dataclass(slots=True)
class Draft(Generic[Row]):
    """An opening or candidacy that is not yet saved, with the skills it asks for."""

    row: Row
    skills: Mapping[str, int]
    levels: Mapping[str, int]


def job(owner: Profile, **facts: Any) -> Draft[Opening]:
    return _opening("hiring", owner, {
        "title": "Backend developer, Python", "skills": WANTED, "mode": Mode.REMOTE,
        "seniority": Seniority.JUNIOR, "usd_min": 1000, "usd_max": 1800, "hours_overlap": 4,
        "languages": ["en"], "routes": [Route.DIRECT, Route.CONTRACTOR], **facts,
    })  # fmt: skip


def placement(owner: Profile, **facts: Any) -> Draft[Opening]:
    return _opening("internships", owner, {
        "title": "Internship: backend, Python", "skills": WANTED, "mode": Mode.REMOTE,
        "weeks": 12, "usd_max": 500, "hours_overlap": 4, "languages": ["en"], **facts,
    })  # fmt: skip


def tender(owner: Profile, **facts: Any) -> Draft[Opening]:
    return _opening("contracting", owner, {
        "title": "Team of 5: backend, Python", "skills": WANTED, "headcount": 5, "usd_max": 3000,
        "seniority": Seniority.MIDDLE, "hours_overlap": 4, "languages": ["en"],
        "terms": {"duration_months": 12}, **facts,
    })  # fmt: skip


def mandate(owner: Profile, **facts: Any) -> Draft[Opening]:
    return _opening("investing", owner, {
        "title": "Seed investments in fintech", "skills": {"python": 1},
        "usd_min": 25_000, "usd_max": 100_000, "stages": [Stage.PRE_SEED, Stage.SEED],
        "regions": [Region.PALESTINE, Region.LEVANT_EGYPT],
        "instruments": [Instrument.SAFE, Instrument.EQUITY], "languages": ["en"], **facts,
    })  # fmt: skip


def mentoring_offer(owner: Profile, **facts: Any) -> Draft[Opening]:
    return _opening("mentorship", owner, {
        "title": "Mentoring: backend, Python", "skills": {}, "hours_month": 4,
        "topics": [Topic.CAREER, Topic.TECHNICAL], **facts,
    })  # fmt: skip


def job_search(profile: Profile, **facts: Any) -> Draft[Candidacy]:
    return _candidacy("hiring", profile, {
        "mode": Mode.REMOTE, "usd_min": 1200, "routes": [Route.DIRECT], **facts,
    })  # fmt: skip


def placement_search(profile: Profile, **facts: Any) -> Draft[Candidacy]:
    return _candidacy("internships", profile, {
        "mode": Mode.REMOTE, "weeks": 16, "usd_min": 300, **facts,
    })  # fmt: skip


def team(profile: Profile, **facts: Any) -> Draft[Candidacy]:
    return _candidacy("contracting", profile, {
        "headcount": 8, "usd_min": 2000, "seniority": Seniority.MIDDLE, **facts,
    })  # fmt: skip


def raise_(profile: Profile, **facts: Any) -> Draft[Candidacy]:
    return _candidacy("investing", profile, {
        "usd_min": 25_000, "usd_max": 150_000, "stages": [Stage.SEED],
        "instruments": [Instrument.SAFE], **facts,
    })  # fmt: skip


def goals(profile: Profile, **facts: Any) -> Draft[Candidacy]:
    return _candidacy("mentorship", profile, {
        "skills": {"python": 2}, "topics": [Topic.CAREER], "hours_month": 2, "hours_overlap": 1,
        "terms": {"goals": "Get my first job abroad without moving."}, **facts,
    })  # fmt: skip


def _opening(pairing: str, owner: Profile, facts: dict[str, Any]) -> Draft[Opening]:
    said = {"description": "", "status": Opening.Status.PUBLISHED, **facts}
    skills, levels = said.pop("skills"), said.pop("levels", {})
    if said["status"] != Opening.Status.DRAFT:
        said.setdefault("published_at", timezone.now())
    text = folded_text(said["title"], said["description"])
    return Draft(Opening(pairing=pairing, owner=owner, folded=text, **said), skills, levels)


def _candidacy(pairing: str, profile: Profile, facts: dict[str, Any]) -> Draft[Candidacy]:
    said = dict(facts)
    skills, levels = said.pop("skills", {}), said.pop("levels", {})
    return Draft(Candidacy(pairing=pairing, profile=profile, **said), skills, levels)
