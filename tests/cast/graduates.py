"""Invented graduates and what they look for."""

from collections.abc import Iterator
from typing import Any

from matching.models import Candidacy
from matching.pairings.codes import Mode, Route, Topic
from tests.cast import asks, drafts
from tests.cast.asks import Draft
from tests.cast.crafts import (
    SECTORS,
    Craft,
    draw_craft,
    draw_skills,
    strong_where_it_counts,
)
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.labels import named
from tests.cast.names import draw_name
from tests.cast.places import draw_home
from tests.cast.prose import GOALS, GRADUATE, draw_text
from tests.cast.states import (
    draw_cefr,
    draw_consent,
    draw_identity,
    draw_language,
    draw_state,
    today,
)

YEARS_OF_WORK = {0: 28, 1: 22, 2: 17, 3: 12, 4: 8, 5: 5, 6: 3, 7: 2, 8: 2, 10: 1}
WEEKS = {
    "Sun-Thu 09:00-17:00": 35,
    "Sun-Thu 10:00-21:00": 28,
    "Sat-Thu 12:00-22:00": 17,
    "Sun-Thu 17:00-23:00; Sat 10:00-18:00": 12,
    "Sun-Thu 08:00-14:00": 8,
}
DEGREES = (
    "Computer science", "Computer engineering", "Software engineering", "Information systems",
    "Electrical engineering", "Data science", "Multimedia", "Information security",
)  # fmt: skip
MODES = {Mode.REMOTE: 60, Mode.HYBRID: 20, Mode.ONSITE: 20}
ROUTES = (Route.DIRECT, Route.CONTRACTOR, Route.LOCAL_FIRM, Route.EMPLOYER_OF_RECORD)
TOPICS = (
    Topic.CAREER, Topic.CV, Topic.INTERVIEW, Topic.TECHNICAL, Topic.FREELANCE, Topic.STUDY,
    Topic.LEADERSHIP, Topic.FOUNDING,
)  # fmt: skip
LEAST_PAY, MOST_PAY, PAY_STEP = 900, 2400, 50


def draw_graduate(draw: Draw, number: int) -> tuple[Party, list[Draft[Candidacy]]]:
    """A graduate with what they look for: a job, a placement, a mentor, several or nothing."""
    craft, years = draw_craft(draw), draw.weighted(YEARS_OF_WORK)
    party = drafts.graduate(**_facts(draw, number, craft, years))
    return party, list(_searches(draw, party, craft, years))


def _facts(draw: Draw, number: int, craft: Craft, years: int) -> dict[str, Any]:
    name, home, language = draw_name(draw), draw_home(draw), draw_language(draw)
    skills = draw_skills(draw, craft, years=years)
    sectors = draw.some(SECTORS, 1, 3)
    words = {"skills": named(list(skills)[:3], language), "sector": _sector(sectors, language)}
    headline = craft.called(language, is_female=name.is_female)
    return {
        **draw_state(draw, f"demo-graduate-{number:04}"),
        **draw_identity(draw, name, number, language, home),
        "headline": draw.said(headline, 0.95) or "",
        "about": draw_text(draw, GRADUATE, language, **words),
        "language": language,
        "governorate": draw.said(home.code) or "",
        "time_zone": home.zone,
        "week": draw.said(draw.weighted(WEEKS), 0.9),
        "experience_years": draw.said(years),
        "sectors": sectors if draw.chance(0.9) else [],
        "skills": skills if draw.chance(0.97) else {},
        "languages": _languages(draw),
        **_studies(draw, home.universities, years),
    }


def _sector(sectors: list[str], language: str) -> str:
    return named(sectors[:1], language, of="sectors")


def _languages(draw: Draw) -> dict[str, str]:
    spoken = {"ar": "C2", "en": draw_cefr(draw, 6, 20, 38, 26, 10)}
    if draw.chance(0.15):
        spoken[draw.choice(("fr", "de", "tr", "he", "es"))] = draw_cefr(draw, 20, 35, 30, 15, 0)
    return spoken if draw.chance(0.94) else {}


def _studies(draw: Draw, universities: tuple[str, ...], years: int) -> dict[str, Any]:
    year = today().year - years - draw.randint(-1 if years == 0 else 0, 1)
    return {
        "university": draw.said(draw.choice(universities), 0.95) or "",
        "degree": draw.said(draw.choice(DEGREES)) or "",
        "graduation_year": draw.said(year),
    }


def _searches(draw: Draw, party: Party, craft: Craft, years: int) -> Iterator[Draft[Candidacy]]:
    mode = draw.weighted(MODES)
    if draw.chance(0.78):
        yield asks.job_search(party.profile, **_job(draw, craft, years, mode))
    if draw.chance(0.75 if years == 0 else 0.25):
        yield asks.placement_search(party.profile, **_placement(draw, mode))
    if draw.chance(0.4):
        yield asks.goals(party.profile, **_goals(draw, craft, party.profile.language))


def _job(draw: Draw, craft: Craft, years: int, mode: str) -> dict[str, Any]:
    fair = LEAST_PAY + 120 * years + craft.premium + draw.rounded(-100, 300, PAY_STEP)
    pay = min(max(fair, LEAST_PAY), MOST_PAY)
    return {
        **draw_consent(draw),
        "mode": draw.said(mode) or "",
        "usd_min": draw.said(pay),
        "routes": draw.some(ROUTES, 1, 3) if draw.chance(0.9) else [],
    }


def _placement(draw: Draw, mode: str) -> dict[str, Any]:
    return {
        **draw_consent(draw),
        "mode": draw.said(mode) or "",
        "weeks": draw.said(draw.choice((8, 10, 12, 16, 20, 26))),
        "usd_min": draw.said(draw.rounded(0, 500, 50), 0.8),
    }


def _goals(draw: Draw, craft: Craft, language: str) -> dict[str, Any]:
    wanted = draw.some(craft.core[:4], 1, 2) + draw.some(craft.more, 0, 1)
    consent = draw_consent(draw)
    skills = {slug: draw.choice((1, 2, 3)) for slug in wanted}
    return {
        **consent,
        "skills": skills,
        "levels": strong_where_it_counts(skills),
        "topics": draw.some(TOPICS, 1, 3) if draw.chance(0.93) else [],
        "hours_month": draw.said(draw.randint(1, 4)),
        "hours_overlap": 1,
        "terms": {"goals": draw.choice(GOALS[language])} if draw.chance(0.8) else {},
    }
