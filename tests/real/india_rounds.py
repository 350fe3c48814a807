"""India's funding rounds become mandates and raises, and the pairs that came of them.

Rounds before CUT say what an investor looks for; rounds from CUT on are the raises to place.
Each of those is loaded as a startup of its own, as it was then: a startup has one raise at a
time, and one that raises again two years on is at another stage.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from profiles.folding import fold
from profiles.taxonomy.sync import rows
from tests.real.india_sectors import SectorText
from tests.real.sheets import Row, several

CUT = "2017-07-01"
COUNTRY, REGION = "IN", "asia_pacific"

# No one investor: "Group of Angel Investors", "Undisclosed", "14 others", "Indian HNIs".
NOBODY = re.compile(
    r"undisclosed|unnamed|no details|\bothers?\b|\bhnis?\b|group of (\w+ )*investors"
    r"|consortium of|multiple investors|angel investors|^existing|^n/?a$|^$"
)
FUND = re.compile(r"ventur|capital|partner|fund|invest|holding|equity|group|\bltd\b|\binc\b")
NETWORK = re.compile(r"angel.* network|angels|letsventure|accelerator")

# First that fits. The table says "private equity" of anything behind the seed round.
STAGES = (
    (re.compile(r"debt|loan|mezzanine"), ()),
    (re.compile(r"pre.?series a"), ("seed",)),
    (re.compile(r"series a\b"), ("series_a",)),
    (re.compile(r"series [b-z]\b"), ("growth",)),
    (re.compile(r"ang[el]{2}|maiden"), ("pre_seed", "seed")),
    (re.compile(r"seed"), ("seed",)),
    (re.compile(r"private"), ("series_a", "growth")),
)
MOST_INVESTORS = 10
"""No round of the table names more: a tenth of it is the smallest ticket that was useful."""
SAME_CITY = {"bengaluru": "bangalore", "gurugram": "gurgaon", "delhi": "new delhi"}
LEAN = 2
"""Who leads gives about twice an equal share, who follows half of one; the table does not say."""


@dataclass(frozen=True)
class Round:
    """One round, on `date` (ISO, "" where unknown). `investors` are folded names.

    Placeholders for nobody in particular are left out of `investors`, but counted in `named`.
    """

    id: str
    date: str
    sectors: tuple[str, ...]
    text: str
    type: str
    amount: int | None
    investors: tuple[str, ...]
    named: int
    city: str = ""

    @property
    def stages(self) -> tuple[str, ...]:
        spelled = fold(self.type)
        return next((stages for form, stages in STAGES if form.search(spelled)), ())

    @property
    def share(self) -> int | None:
        """An equal part of the amount for each investor who is named."""
        return None if self.amount is None else self.amount // max(self.named, 1)


def named(text: str) -> str:
    r"""A name as it is compared. The table has stray marks of line ends: "\\ \\ Gurgaon"."""
    return fold(text.replace("\\", " "))


@dataclass(frozen=True)
class Rounds:
    """All rounds by date; `nobody` counts the placeholders that stand for investors."""

    all: tuple[Round, ...]
    nobody: Counter[str]

    @cached_property
    def portfolios(self) -> dict[str, list[Round]]:
        """Every investor active before the cut, with the rounds they were in by then."""
        found: dict[str, list[Round]] = defaultdict(list)
        for one in self.all:
            for investor in one.investors if "" < one.date < CUT else ():
                found[investor].append(one)
        return dict(sorted(found.items()))

    @cached_property
    def raises(self) -> list[Round]:
        return [one for one in self.all if one.date >= CUT]

    @cached_property
    def places(self) -> dict[str, str]:
        """The cities of most rounds before the cut, each as one of Palestine's governorates.

        Silah knows places by governorate: the most frequent city stands for the first of them.
        """
        before = (one.city for one in self.all if "" < one.date < CUT and one.city)
        codes = [row["code"] for row in rows("governorates")]
        cities = (city for city, _ in Counter(before).most_common(len(codes)))
        return dict(zip(cities, codes, strict=True))

    @cached_property
    def investor_ids(self) -> dict[str, str]:
        return {name: f"investor-{place}" for place, name in enumerate(self.portfolios)}


def rounds(table: Iterable[Row], pairs: Iterable[Row], sectors: SectorText) -> Rounds:
    """Join the rounds with their investors."""
    by_round: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        by_round[pair["round_id"]].append(named(pair["investor"]))
    found = [_round(row, by_round[row["round_id"]], sectors) for row in table]
    nobody = Counter(n for names in by_round.values() for n in names if NOBODY.search(n))
    return Rounds(tuple(sorted(found, key=lambda one: one.date)), nobody)


def _round(row: Row, everyone: list[str], sectors: SectorText) -> Round:
    return Round(
        id=f"round-{row['round_id']}",
        date=row["date"],
        sectors=tuple(sectors.find(row["sector"], row["sub_sector"])),
        text=named(row["sub_sector"] or row["sector"]),
        type=row["round_type"],
        amount=int(float(row["amount_usd"])) if row["amount_usd"] else None,
        investors=tuple(dict.fromkeys(name for name in everyone if not NOBODY.search(name))),
        named=len(everyone),
        city=_city(row["city"]),
    )


def _city(text: str) -> str:
    spelled = named(text).strip()
    return SAME_CITY.get(spelled, spelled)


def investors(found: Rounds) -> Iterator[Row]:
    for name, key in found.investor_ids.items():
        yield {"external_id": key, "type": _type(name)}


def _type(name: str) -> str:
    if NETWORK.search(name):
        return "network"
    return "fund" if FUND.search(name) else "angel"


def mandates(found: Rounds) -> Iterator[Row]:
    """What the rounds before the cut show of an investor, as if it had been written down."""
    for name, portfolio in found.portfolios.items():
        shares = [one.share for one in portfolio if one.share]
        yield {
            "external_id": mandate_id(found, name),
            "pairing": "investing",
            "owner": found.investor_ids[name],
            "title": "Mandate read off earlier rounds",
            "stages": several(dict.fromkeys(s for one in portfolio for s in one.stages)),
            "sectors": several(dict.fromkeys(s for one in portfolio for s in one.sectors)),
            "regions": REGION,
            "usd_min": str(min(shares) // LEAN) if shares else "",
            "usd_max": _capped(max(shares) * LEAN) if shares else "",
        }


def mandate_id(found: Rounds, investor: str) -> str:
    return f"mandate-{found.investor_ids[investor]}"


def deeds(found: Rounds) -> Iterator[Row]:
    """The same rounds as a track record; where the table leaves the stage open, none is said.

    One of neither a stage, a sector nor a place that is known tells nothing, and is left out.
    """
    for name, portfolio in found.portfolios.items():
        for one in portfolio:
            stage = one.stages[0] if len(one.stages) == 1 else ""
            place = found.places.get(one.city, "")
            if stage or one.sectors or place:
                yield {
                    "external_id": one.id,
                    "investor": found.investor_ids[name],
                    "year": one.date[:4],
                    "stage": stage,
                    "sectors": several(one.sectors),
                    "governorate": place,
                }


def startups(found: Rounds) -> Iterator[Row]:
    for one in found.raises:
        yield {
            "external_id": one.id,
            "type": "startup",
            "headline": one.text[:120],
            "country": COUNTRY,
            "governorate": found.places.get(one.city, ""),
            "sectors": several(one.sectors),
        }


def raises(found: Rounds) -> Iterator[Row]:
    for one in found.raises:
        yield {
            "profile": one.id,
            "pairing": "investing",
            "stages": several(one.stages),
            "usd_min": str(one.amount // MOST_INVESTORS) if one.amount else "",
            "usd_max": _capped(one.amount) if one.amount else "",
        }


def truth(found: Rounds) -> Iterator[Row]:
    """Every investor of the pool in every round, the earlier and the undated ones as well."""
    for one in found.all:
        for investor in one.investors:
            if investor in found.investor_ids:
                yield {
                    "opening": mandate_id(found, investor),
                    "candidate": one.id,
                    "as_of": one.date,
                }


def newcomers(found: Rounds) -> int:
    """Pairs from the cut on whose investor was not active before: they are in no pool."""
    return sum(name not in found.investor_ids for one in found.raises for name in one.investors)


def _capped(usd: int) -> str:
    """The form's largest amount; its band is open upwards."""
    return str(min(usd, 1_000_000_000))
