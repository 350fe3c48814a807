"""Invented jobs, placements and tenders, and the state that openings of every kind are in."""

from datetime import timedelta
from typing import Any

from matching.models import Opening
from matching.pairings.codes import Mode, Route, Seniority
from profiles.firms.models import Firm
from tests.cast import asks
from tests.cast.adverts import INTERN, JOB, PLACEMENT, SENIORITY_WORDS, TEAM, TENDER
from tests.cast.asks import Draft
from tests.cast.crafts import Craft, draw_craft, strong_where_it_counts
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.firms import LOCAL
from tests.cast.labels import named
from tests.cast.prose import Texts, draw_text
from tests.cast.states import days_ago, draw_language, today

PAY_UP_TO = {
    Firm.Type.LOCAL_IT: (1000, 1900), Firm.Type.STARTUP: (1000, 2000),
    Firm.Type.DIASPORA: (1500, 2800), Firm.Type.INTERNATIONAL: (1600, 3500),
}  # fmt: skip
MODES_HERE = {Mode.REMOTE: 40, Mode.HYBRID: 30, Mode.ONSITE: 30}
MODES_ABROAD = {Mode.REMOTE: 90, Mode.HYBRID: 4, Mode.ONSITE: 6}
LEVELS = {Seniority.STUDENT: 8, Seniority.JUNIOR: 46, Seniority.MIDDLE: 30, Seniority.SENIOR: 13,
          Seniority.LEAD: 3}  # fmt: skip
SENIORS = (Seniority.SENIOR, Seniority.LEAD)
LANGUAGES = {"en": 65, "ar en": 22, "ar": 6, "en de": 4, "en fr": 3}
STATES = {
    Opening.Status.PUBLISHED: 90, Opening.Status.CLOSED: 5, Opening.Status.DRAFT: 3,
    Opening.Status.PAUSED: 2,
}  # fmt: skip
OPEN_FOR = (20, 150)


def draw_posting(draw: Draw, external_id: str) -> dict[str, Any]:
    """The state of an opening: most are published, some are closed, paused, drafts or past."""
    status, closes = draw.weighted(STATES), None
    if draw.chance(0.6):
        closes = today() + timedelta(days=draw.randint(*OPEN_FOR))
    if draw.chance(0.02):
        closes = today() - timedelta(days=3)
    published = None if status == Opening.Status.DRAFT else days_ago(draw.randint(0, 60))
    return {
        "external_id": external_id,
        "public_id": draw.public_id(),
        "status": status,
        "closes_on": closes,
        "published_at": published,
    }


def draw_job(draw: Draw, firm: Party, state: dict[str, Any]) -> Draft[Opening]:
    craft, level = draw_craft(draw), draw.weighted(LEVELS)
    language = _language(draw, firm)
    title = f"{SENIORITY_WORDS[level]} {craft.english}".strip()
    high = draw.rounded(*PAY_UP_TO[_type(firm)], 50) + 250 * max(0, level - 1) + craft.premium
    wanted = _wanted(draw, firm, craft, JOB, language)
    return asks.job(firm.profile, **{
        **state,
        **wanted,
        "levels": strong_where_it_counts(wanted["skills"]) if level in SENIORS else {},
        "title": craft.title("ar") if language == "ar" else title,
        "mode": _mode(draw, firm),
        "seniority": draw.said(level, 0.9),
        "usd_min": draw.said(high * 7 // 1000 * 100, 0.8),
        "usd_max": draw.said(high, 0.88),
        "routes": draw.some(tuple(Route)[:4], 1, 3) if draw.chance(0.88) else [],
    })  # fmt: skip


def draw_placement(draw: Draw, firm: Party, state: dict[str, Any]) -> Draft[Opening]:
    craft, language = draw_craft(draw), _language(draw, firm)
    return asks.placement(firm.profile, **{
        **state,
        **_wanted(draw, firm, craft, PLACEMENT, language, most=3),
        "title": INTERN[language].format(craft=craft.title(language)),
        "mode": _mode(draw, firm),
        "weeks": draw.said(draw.choice((6, 8, 8, 12, 12, 16, 24))),
        "usd_max": draw.said(draw.rounded(150, 800, 50), 0.85),
        "capacity": draw.choice((1, 1, 2, 3, 5)),
    })  # fmt: skip


def draw_tender(draw: Draw, firm: Party, state: dict[str, Any]) -> Draft[Opening]:
    craft, heads, language = draw_craft(draw), draw.choice((2, 3, 3, 4, 5, 6, 8, 10)), "en"
    return asks.tender(firm.profile, **{
        **state,
        **_wanted(draw, firm, craft, TENDER, language),
        "title": TEAM[language].format(heads=heads, craft=craft.title(language)),
        "headcount": draw.said(heads),
        "usd_max": draw.said(draw.rounded(1800, 4500, 100)),
        "seniority": draw.said(draw.choice((Seniority.MIDDLE, Seniority.SENIOR))),
        "terms": {"duration_months": draw.choice((3, 6, 6, 12, 18))},
    })  # fmt: skip


def _wanted(
    draw: Draw, firm: Party, craft: Craft, texts: Texts, language: str, most: int = 6
) -> dict[str, Any]:
    """What a craft's opening asks for: skills, languages, hours, and its text about them."""
    essential = draw.some(craft.core[:4], 2, min(4, most))
    helpful = draw.some(craft.more, 0, most - len(essential))
    sectors = firm.profile.sectors or ["enterprise-software"]
    words = {
        "skills": named(essential, language),
        "sector": named(sectors[:1], language, of="sectors"),
        "team": str(draw.randint(3, 12)),
    }
    return {
        "skills": dict.fromkeys(helpful, 1) | {slug: draw.choice((2, 3, 3)) for slug in essential},
        "description": draw_text(draw, texts, language, **words),
        "language": language,
        "languages": draw.weighted(LANGUAGES).split() if draw.chance(0.92) else [],
        "hours_overlap": draw.said(draw.choice((2, 3, 4, 4, 6)), 0.85),
    }


def _language(draw: Draw, firm: Party) -> str:
    return draw_language(draw, 0.4 if _type(firm) in LOCAL else 0.05)


def _mode(draw: Draw, firm: Party) -> str:
    modes = MODES_HERE if _type(firm) in LOCAL else MODES_ABROAD
    return draw.said(draw.weighted(modes), 0.93) or ""


def _type(firm: Party) -> Firm.Type:
    assert isinstance(firm.details, Firm)
    return Firm.Type(firm.details.type)
