"""Rounds in which invented investors took part; most have a record, and some of it is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.pairings.codes import Stage
from matching.track_records.models import PastInvestment
from profiles.investors.models import Investor
from profiles.models import Profile
from tests.cast.crafts import SECTORS
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.places import HOMES

MOST = {Investor.Type.ANGEL: 6, Investor.Type.FUND: 14, Investor.Type.NETWORK: 10}
STAGES = {Stage.PRE_SEED: 40, Stage.SEED: 45, Stage.SERIES_A: 12, Stage.GROWTH: 3}


@dataclass(frozen=True, slots=True)
class Deed:
    """An unsaved round as its investor says it; place is the code of a governorate, or ""."""

    row: PastInvestment
    place: str


def a_deed(investor: Profile, year: int, stage: str, *sectors: str, place: str = "") -> Deed:
    row = PastInvestment(profile=investor, year=year, stage=stage, sectors=list(sectors))
    return Deed(row, place)


def draw_deeds(draw: Draw, parties: Sequence[Party]) -> list[Deed]:
    """Of every investor among them, most of them in sectors in which they look today."""
    return [
        deed
        for party in parties
        if isinstance(party.details, Investor)
        for deed in _of_one(draw, party.profile, Investor.Type(party.details.type))
    ]


def _of_one(draw: Draw, investor: Profile, type_: Investor.Type) -> Iterator[Deed]:
    for _ in range(draw.randint(0, MOST[type_])):
        known = investor.sectors if investor.sectors and draw.chance(0.7) else SECTORS
        yield a_deed(
            investor,
            draw.randint(2012, 2025),
            draw.weighted(STAGES) if draw.chance(0.9) else "",
            *draw.some(known, 1, 2),
            place=draw.choice(HOMES).code if draw.chance(0.5) else "",
        )
