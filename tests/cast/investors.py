"""Invented angels and funds, and their mandates."""

from typing import Any

from matching.models import Opening
from matching.pairings.codes import Instrument, Region, Stage
from profiles.investors.models import Investor
from profiles.models import Profile
from tests.cast import asks, drafts
from tests.cast.adverts import MANDATE, TICKETS
from tests.cast.asks import Draft
from tests.cast.crafts import SECTORS
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.labels import named
from tests.cast.mentors import abroad_languages
from tests.cast.names import draw_name
from tests.cast.places import City, draw_city
from tests.cast.prose import INVESTOR, draw_text
from tests.cast.states import draw_identity, draw_language, draw_state
from tests.cast.trades import fund_name

TYPES = {Investor.Type.ANGEL: 70, Investor.Type.FUND: 22, Investor.Type.NETWORK: 8}
TICKETS_FROM = {Investor.Type.ANGEL: (5_000, 20_000), Investor.Type.NETWORK: (25_000, 75_000)}
STAGES = (Stage.IDEA, Stage.PRE_SEED, Stage.SEED, Stage.SERIES_A)
BESIDE = (Region.LEVANT_EGYPT, Region.GULF, Region.EUROPE, Region.NORTH_AMERICA)
TECHNOLOGIES = (
    "react", "python", "flutter", "machine-learning", "payment-gateways", "iot", "aws",
    "data-analysis", "rest-api", "nodejs",
)  # fmt: skip
HEADLINES = {
    Investor.Type.ANGEL: {"en": "Angel investor, {sector}", "ar": "استثمار فردي، {sector}"},
    Investor.Type.FUND: {"en": "Early-stage fund, {sector}", "ar": "صندوق استثمار، {sector}"},
    Investor.Type.NETWORK: {"en": "Network of angels, {sector}", "ar": "شبكة مستثمرين، {sector}"},
}


def draw_investor(draw: Draw, number: int) -> Party:
    type_, city, language = draw.weighted(TYPES), draw_city(draw), draw_language(draw, 0.25)
    sectors = draw.some(SECTORS, 2, 6)
    sector = named(sectors[:1], language, of="sectors")
    return drafts.investor(**{
        **draw_state(draw, f"demo-investor-{number:04}"),
        **_identity(draw, number, type_, language, city),
        "type": type_,
        "is_named": draw.chance(0.6),
        "headline": HEADLINES[type_][language].format(sector=sector)[:120],
        "about": draw_text(draw, INVESTOR, language, sector=sector),
        "language": language,
        "country": city.country,
        "time_zone": city.zone,
        "sectors": sectors if draw.chance(0.93) else [],
        "languages": abroad_languages(draw, city),
    })  # fmt: skip


def _identity(draw: Draw, number: int, type_: str, language: str, city: City) -> dict[str, Any]:
    found: dict[str, Any] = draw_identity(draw, draw_name(draw), number, language, city)
    if type_ != Investor.Type.FUND:
        return found
    return {
        **found,
        "legal_name": fund_name(draw, language),
        "website": "https://fund.example.org/",
    }


def draw_mandate(
    draw: Draw, investor: Profile, type_: str, state: dict[str, Any]
) -> Draft[Opening]:
    language, stages = investor.language, draw.some(STAGES, 1, 3)
    sector = named(investor.sectors[:1], language, of="sectors") or "technology"
    title = TICKETS[language].format(stage=Stage(stages[0]).label, sector=sector)
    return asks.mandate(investor, **{
        **state,
        **_ticket(draw, type_),
        "title": title[:160],
        "description": draw_text(draw, MANDATE, language, sector=sector),
        "language": language,
        "stages": stages if draw.chance(0.95) else [],
        "regions": _regions(draw),
        "instruments": draw.some(tuple(Instrument), 1, 3) if draw.chance(0.88) else [],
        "languages": ["en"] if draw.chance(0.7) else ["ar", "en"],
        "skills": {slug: draw.choice((1, 2)) for slug in draw.some(TECHNOLOGIES, 0, 3)},
    })  # fmt: skip


def _ticket(draw: Draw, type_: str) -> dict[str, int | None]:
    """Angels 5k to 50k, networks 25k to 200k, funds 50k to 1M."""
    low = draw.rounded(*TICKETS_FROM.get(Investor.Type(type_), (50_000, 250_000)), 5_000)
    high = low * draw.choice((2, 3, 4)) if type_ != Investor.Type.ANGEL else low + 30_000
    return {"usd_min": draw.said(low), "usd_max": draw.said(high)}


def _regions(draw: Draw) -> list[str]:
    home = [Region.PALESTINE] if draw.chance(0.96) else []
    return [*home, *draw.some(BESIDE, 0 if home else 1, 2)] if draw.chance(0.94) else []
