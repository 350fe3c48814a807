"""Invented mentors of the diaspora."""

from typing import Any

from matching.models import Opening
from matching.pairings.codes import Topic
from profiles.models import Profile
from tests.cast import asks, drafts
from tests.cast.adverts import MENTORING, OFFER
from tests.cast.asks import Draft
from tests.cast.crafts import SECTORS, Craft, draw_craft, draw_skills
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.labels import named
from tests.cast.names import Name, draw_name
from tests.cast.places import City, draw_city
from tests.cast.prose import MENTOR, draw_text
from tests.cast.states import draw_cefr, draw_identity, draw_language, draw_state

WEEKS = {
    "Mon-Fri 17:00-21:00; Sat 10:00-13:00": 40,
    "Sun-Thu 17:00-21:00": 20,
    "Mon-Fri 12:00-14:00; Sat-Sun 10:00-18:00": 20,
    "Mon-Thu 09:00-12:00": 20,
}
TOPICS = tuple(Topic)


def draw_mentor(draw: Draw, number: int) -> tuple[Party, Craft]:
    craft, years = draw_craft(draw), draw.randint(5, 26)
    return drafts.mentor(**_facts(draw, number, craft, years)), craft


def _facts(draw: Draw, number: int, craft: Craft, years: int) -> dict[str, Any]:
    name, city, language = draw_name(draw), draw_city(draw), draw_language(draw, 0.25)
    skills = draw_skills(draw, craft, years=years)
    sectors = draw.some(SECTORS, 1, 4)
    return {
        **draw_state(draw, f"demo-mentor-{number:04}"),
        **draw_identity(draw, name, number, language, city),
        "is_named": draw.chance(0.7),
        "headline": _headline(craft, language, name, years),
        "about": draw_text(draw, MENTOR, language, **_words(skills, sectors, language)),
        "language": language,
        "country": city.country,
        "time_zone": city.zone,
        "week": draw.said(draw.weighted(WEEKS), 0.93),
        "experience_years": draw.said(years),
        "sectors": sectors if draw.chance(0.92) else [],
        "skills": skills | _beside_the_craft(draw, years),
        "languages": abroad_languages(draw, city),
        "hours_month": draw.said(draw.choice((2, 3, 4, 6, 8))),
    }


def _headline(craft: Craft, language: str, name: Name, years: int) -> str:
    called = craft.called(language, is_female=name.is_female)
    if language == "ar":
        return f"{called}، خبرة {_years_in_arabic(years)}"
    return f"{called}, {years} years"


def _years_in_arabic(years: int) -> str:
    """The noun agrees with its number: singular, dual, plural, and singular again from 11."""
    few = {1: "سنة واحدة", 2: "سنتين"}
    return few.get(years, f"{years} {'سنوات' if years <= 10 else 'سنة'}")


def _beside_the_craft(draw: Draw, years: int) -> dict[str, int]:
    grown = {"technical-leadership": 4} if years > 12 else {}
    return grown | dict.fromkeys(draw.some(("entrepreneurship", "career-coaching"), 0, 1), 3)


def _words(skills: dict[str, int], sectors: list[str], language: str) -> dict[str, str]:
    return {
        "skills": named(list(skills)[:3], language),
        "sector": named(sectors[:1], language, of="sectors"),
    }


def abroad_languages(draw: Draw, city: City) -> dict[str, str]:
    """Arabic from home, often a little rusty, English, and the language of the place."""
    spoken = {"ar": draw_cefr(draw, 4, 8, 18, 30, 40), "en": draw_cefr(draw, 0, 4, 20, 40, 36)}
    return {city.tongue: draw_cefr(draw, 5, 15, 25, 30, 25)} | spoken


def draw_offer(draw: Draw, mentor: Profile, craft: Craft, state: dict[str, Any]) -> Draft[Opening]:
    language = mentor.language
    words = {"skills": named(craft.core[:3], language)}
    return asks.mentoring_offer(mentor, **{
        **state,
        "title": MENTORING[language].format(craft=craft.title(language)),
        "description": draw_text(draw, OFFER, language, **words),
        "language": language,
        "topics": draw.some(TOPICS, 2, 5) if draw.chance(0.95) else [],
        "hours_month": draw.said(draw.choice((2, 3, 4, 6, 8))),
        "capacity": draw.randint(1, 4),
    })  # fmt: skip
