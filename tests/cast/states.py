"""What draws of every kind share: who is away, unverified or silent, and in which language."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from matching.models import Candidacy
from profiles.models import Profile
from tests.cast.draw import Draw
from tests.cast.names import Name
from tests.cast.places import City, Home, draw_address, draw_phone

ARABIC = 0.34
CEFR = ("A2", "B1", "B2", "C1", "C2")
AROUND = (
    "", "JO", "EG", "AE", "SA", "QA", "DE", "US",
)  # fmt: skip


def draw_language(draw: Draw, arabic: float = ARABIC) -> str:
    return "ar" if draw.chance(arabic) else "en"


def draw_state(draw: Draw, external_id: str) -> dict[str, Any]:
    """Most are active and verified; a few are paused, hidden, unverified, or avoid a country."""
    states = {Profile.Status.ACTIVE: 95, Profile.Status.PAUSED: 3, Profile.Status.HIDDEN: 2}
    return {
        "external_id": external_id,
        "public_id": draw.public_id(),
        "status": draw.weighted(states),
        "verified": draw.chance(0.94),
        "excluded_countries": [draw.choice(AROUND[1:])] if draw.chance(0.02) else [],
        "created_at": days_ago(draw.randint(1, 700)),
    }


def draw_identity(draw: Draw, name: Name, number: int, language: str, place: Home | City) -> Any:
    is_local = isinstance(place, Home)
    town = draw.choice(place.towns) if isinstance(place, Home) else place.name
    return {
        "legal_name": name.written(language),
        "email": name.address(number),
        "phone": draw.said(draw_phone(draw, is_local=is_local), 0.85) or "",
        "address": draw.said(draw_address(draw, town), 0.85) or "",
    }


def draw_consent(draw: Draw) -> dict[str, Any]:
    """The state of a candidacy: mostly active, some until a date, a few paused or withdrawn."""
    states = {
        Candidacy.Status.ACTIVE: 94,
        Candidacy.Status.PAUSED: 4,
        Candidacy.Status.WITHDRAWN: 2,
    }
    until = today() + timedelta(days=draw.randint(-10, 300)) if draw.chance(0.2) else None
    return {"status": draw.weighted(states), "until": until, "public_id": draw.public_id()}


def draw_cefr(draw: Draw, *weights: int) -> str:
    """A level from A2 to C2, as often as the five weights say."""
    return draw.weighted(dict(zip(CEFR, weights, strict=True)))


def days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def today() -> date:
    return timezone.localdate()
