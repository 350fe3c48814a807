"""Invented firms: local IT firms, startups, diaspora-led and international companies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from matching.models import Candidacy
from matching.pairings.codes import Instrument, Seniority, Stage, Topic
from matching.pairings.terms import YES
from profiles.firms.models import Firm
from tests.cast import asks, drafts
from tests.cast.asks import Draft
from tests.cast.crafts import SECTORS, Craft, draw_craft, draw_skills
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.labels import named
from tests.cast.names import draw_name
from tests.cast.places import City, Home, draw_city, draw_home
from tests.cast.prose import ABROAD, GOALS, LOCAL_IT, STARTUP, Texts, draw_text
from tests.cast.states import (
    draw_cefr,
    draw_consent,
    draw_identity,
    draw_language,
    draw_state,
    today,
)
from tests.cast.trades import (
    diaspora_firm_name,
    international_firm_name,
    local_firm_name,
    startup_name,
)

TYPES = {
    Firm.Type.LOCAL_IT: 72, Firm.Type.STARTUP: 64,
    Firm.Type.DIASPORA: 25, Firm.Type.INTERNATIONAL: 19,
}  # fmt: skip
LOCAL = (Firm.Type.LOCAL_IT, Firm.Type.STARTUP)
TEAM_LEVELS = (Seniority.JUNIOR, Seniority.MIDDLE, Seniority.SENIOR)
LISTED_FROM = 4
"""People free from which a drawn team stands in the directory."""
LOCAL_WEEKS = {"Sun-Thu 08:00-16:00": 30, "Sun-Thu 09:00-18:00": 45, "Sat-Thu 10:00-20:00": 25}
ABROAD_WEEKS = {"Mon-Fri 09:00-17:00": 75, "Mon-Fri 08:00-18:00": 25}
ROUND_SIZES = {
    Stage.IDEA: (20_000, 60_000), Stage.PRE_SEED: (50_000, 200_000), Stage.SEED: (150_000, 600_000),
    Stage.SERIES_A: (800_000, 3_000_000),
}  # fmt: skip
FOUNDERS_TOPICS = (Topic.FOUNDING, Topic.FUNDRAISING, Topic.PRODUCT, Topic.SALES, Topic.LEADERSHIP)


@dataclass(frozen=True, slots=True)
class Sort:
    """How firms of one type are drawn."""

    draft: Callable[..., Party]
    texts: Texts
    team: tuple[int, int]
    years: tuple[int, int]
    named: float


SORTS = {
    Firm.Type.LOCAL_IT: Sort(drafts.local_firm, LOCAL_IT, (5, 120), (2, 22), 0.65),
    Firm.Type.STARTUP: Sort(drafts.startup, STARTUP, (2, 18), (0, 6), 0.8),
    Firm.Type.DIASPORA: Sort(drafts.diaspora_firm, ABROAD, (8, 150), (3, 25), 0.9),
    Firm.Type.INTERNATIONAL: Sort(drafts.international_company, ABROAD, (80, 2500), (6, 40), 1),
}


def draw_firm(draw: Draw, number: int, type_: Firm.Type) -> tuple[Party, list[Draft[Candidacy]]]:
    """A firm with what it looks for: a local one tenders, a startup money and a mentor."""
    crafts = [draw_craft(draw), draw_craft(draw)]
    party = SORTS[type_].draft(**_facts(draw, number, type_, crafts))
    if type_ == Firm.Type.LOCAL_IT:
        return party, list(_team(draw, party))
    return party, list(_startup_asks(draw, party)) if type_ == Firm.Type.STARTUP else []


def _facts(draw: Draw, number: int, type_: Firm.Type, crafts: list[Craft]) -> dict[str, Any]:
    sort, is_local = SORTS[type_], type_ in LOCAL
    place = draw_home(draw) if is_local else draw_city(draw)
    language = draw_language(draw, 0.3 if is_local else 0.05)
    years, sectors = draw.randint(*sort.years), draw.some(SECTORS, 1, 4)
    skills = {slug: level for c in crafts for slug, level in draw_skills(draw, c, years=6).items()}
    words = _words(skills, sectors, language, today().year - years)
    return {
        **draw_state(draw, f"demo-firm-{number:04}"),
        **_identity(draw, number, type_, language, place),
        **_place(draw, place),
        "is_named": draw.chance(sort.named),
        "headline": f"{crafts[0].title(language)} · {words['sector']}"[:120],
        "about": draw_text(draw, sort.texts, language, **words),
        "language": language,
        "sectors": sectors if draw.chance(0.94) else [],
        "skills": skills,
        "languages": {"ar": "C2", "en": draw_cefr(draw, 0, 5, 35, 40, 20)} if is_local else {},
        "experience_years": draw.said(years) if type_ == Firm.Type.STARTUP else None,
        "team_size": draw.said(draw.randint(*sort.team)),
        "founded_year": draw.said(today().year - years),
    }


def _words(skills: dict[str, int], sectors: list[str], language: str, year: int) -> dict[str, str]:
    return {
        "skills": named(list(skills)[:3], language),
        "sector": named(sectors[:2], language, of="sectors"),
        "year": str(year),
    }


def _identity(draw: Draw, number: int, type_: str, language: str, place: Home | City) -> Any:
    found = draw_identity(draw, draw_name(draw), number, language, place)
    return {
        **found,
        "legal_name": _name(draw, type_, language, place),
        "email": f"office{number}@example.org",
        "website": draw.said(f"https://firm{number}.example.org/", 0.7) or "",
    }


def _name(draw: Draw, type_: str, language: str, place: Home | City) -> str:
    if isinstance(place, Home):
        name = startup_name if type_ == Firm.Type.STARTUP else local_firm_name
        return name(draw, language)
    abroad = diaspora_firm_name if type_ == Firm.Type.DIASPORA else international_firm_name
    return abroad(draw, place.country)


def _place(draw: Draw, place: Home | City) -> dict[str, Any]:
    if isinstance(place, Home):
        week = draw.said(draw.weighted(LOCAL_WEEKS))
        return {"governorate": place.code, "time_zone": place.zone, "week": week}
    week = draw.said(draw.weighted(ABROAD_WEEKS))
    return {"country": place.country, "time_zone": place.zone, "week": week}


def _team(draw: Draw, party: Party) -> Iterator[Draft[Candidacy]]:
    """The larger ones want to be found without a tender too."""
    if draw.chance(0.92):
        consent = draw_consent(draw)
        free = draw.said(draw.choice((2, 3, 4, 5, 6, 8, 10, 12, 16, 20)))
        yield asks.team(party.profile, **{
            **consent,
            "headcount": free,
            "terms": {"listed": YES} if free and free >= LISTED_FROM else {},
            "usd_min": draw.said(draw.rounded(1400, 3200, 100)),
            "seniority": draw.said(draw.choice(TEAM_LEVELS)),
        })  # fmt: skip


def _startup_asks(draw: Draw, party: Party) -> Iterator[Draft[Candidacy]]:
    if draw.chance(0.9):
        yield asks.raise_(party.profile, **_round(draw))
    if draw.chance(0.6):
        yield asks.goals(party.profile, **{
            **draw_consent(draw),
            "skills": dict.fromkeys(("entrepreneurship", *list(party.skills)[:1]), 2),
            "topics": draw.some(FOUNDERS_TOPICS, 1, 3),
            "hours_month": draw.said(draw.randint(1, 4)),
            "terms": {"goals": draw.choice(GOALS[party.profile.language])},
        })  # fmt: skip


def _round(draw: Draw) -> dict[str, Any]:
    stage = draw.weighted({Stage.IDEA: 15, Stage.PRE_SEED: 40, Stage.SEED: 35, Stage.SERIES_A: 10})
    total = draw.rounded(*ROUND_SIZES[stage], 10_000)
    return {
        **draw_consent(draw),
        "stages": [stage] if draw.chance(0.95) else [],
        "usd_min": draw.said(max(5_000, total // 10)),
        "usd_max": draw.said(total),
        "instruments": draw.some(tuple(Instrument), 1, 3) if draw.chance(0.9) else [],
    }
