"""The whole invented cast: how many of whom, and who owns which openings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from matching.models import Candidacy, Opening
from profiles.firms.models import Firm
from profiles.investors.models import Investor
from tests.cast.asks import Draft
from tests.cast.deeds import Deed, draw_deeds
from tests.cast.drafts import Party
from tests.cast.draw import Draw
from tests.cast.firms import TYPES, draw_firm
from tests.cast.graduates import draw_graduate
from tests.cast.investors import draw_investor, draw_mandate
from tests.cast.mentors import draw_mentor, draw_offer
from tests.cast.postings import draw_job, draw_placement, draw_posting, draw_tender

GRADUATES, MENTORS, INVESTORS = 3000, 600, 120
JOBS, PLACEMENTS, TENDERS, MANDATES, OFFERS = 330, 140, 60, 100, 270
ABROAD = (Firm.Type.DIASPORA, Firm.Type.INTERNATIONAL)
Owner = TypeVar("Owner")


@dataclass(slots=True)
class Cast:
    """Unsaved people and firms with what they offer and look for."""

    parties: list[Party] = field(default_factory=list)
    openings: list[Draft[Opening]] = field(default_factory=list)
    candidacies: list[Draft[Candidacy]] = field(default_factory=list)
    apart: list[tuple[Party, Party]] = field(default_factory=list)
    """Graduates and the firms they never want to meet."""
    deeds: list[Deed] = field(default_factory=list)
    """What investors funded before."""


def draw_cast(*, seed: int, scale: float = 1.0) -> Cast:
    """The same cast for the same seed and day; `scale` multiplies every number of it."""
    draw, cast = Draw(seed), Cast()
    _add_graduates(draw, cast, _scaled(GRADUATES, scale))
    graduates = list(cast.parties)
    _add_mentors(draw, cast, _scaled(MENTORS, scale), _scaled(OFFERS, scale))
    _add_investors(draw, cast, _scaled(INVESTORS, scale), _scaled(MANDATES, scale))
    firms = _add_firms(draw, cast, scale)
    _add_postings(draw, cast, firms, scale)
    local = firms[Firm.Type.LOCAL_IT]
    for graduate in draw.sample(graduates, len(graduates) // 100):
        cast.apart.append((graduate, draw.choice(local)))
    cast.deeds = draw_deeds(draw, cast.parties)
    return cast


def _scaled(count: int, scale: float) -> int:
    return max(1, round(count * scale))


def _add_graduates(draw: Draw, cast: Cast, count: int) -> None:
    for number in range(1, count + 1):
        party, candidacies = draw_graduate(draw, number)
        cast.parties.append(party)
        cast.candidacies += candidacies


def _add_mentors(draw: Draw, cast: Cast, count: int, offers: int) -> None:
    mentors = [draw_mentor(draw, number) for number in range(1, count + 1)]
    cast.parties += [party for party, _ in mentors]
    for (party, craft), state in _shared_out(draw, mentors, "offer", offers):
        cast.openings.append(draw_offer(draw, party.profile, craft, state))


def _add_investors(draw: Draw, cast: Cast, count: int, mandates: int) -> None:
    investors = [draw_investor(draw, number) for number in range(1, count + 1)]
    cast.parties += investors
    for party, state in _shared_out(draw, investors, "mandate", mandates):
        assert isinstance(party.details, Investor)
        cast.openings.append(draw_mandate(draw, party.profile, party.details.type, state))


def _add_firms(draw: Draw, cast: Cast, scale: float) -> dict[Firm.Type, list[Party]]:
    firms: dict[Firm.Type, list[Party]] = {}
    number = 0
    for type_, count in TYPES.items():
        firms[type_] = []
        for _ in range(_scaled(count, scale)):
            number += 1
            party, candidacies = draw_firm(draw, number, type_)
            firms[type_].append(party)
            cast.candidacies += candidacies
        cast.parties += firms[type_]
    return firms


def _add_postings(
    draw: Draw, cast: Cast, firms: dict[Firm.Type, list[Party]], scale: float
) -> None:
    """Companies abroad post more than their share of jobs, and all of the tenders."""
    abroad = [party for type_ in ABROAD for party in firms[type_]]
    everyone = [party for found in firms.values() for party in found] + 2 * abroad
    posted: tuple[tuple[str, int, Sequence[Party], Callable[..., Draft[Opening]]], ...] = (
        ("job", JOBS, everyone, draw_job),
        ("placement", PLACEMENTS, everyone, draw_placement),
        ("tender", TENDERS, abroad, draw_tender),
    )
    for name, count, owners, drawn in posted:
        for firm, state in _shared_out(draw, owners, name, _scaled(count, scale)):
            cast.openings.append(drawn(draw, firm, state))


def _shared_out(
    draw: Draw, owners: Sequence[Owner], name: str, count: int
) -> Iterator[tuple[Owner, dict[str, Any]]]:
    """`count` openings over the owners: everyone once before anyone twice."""
    order: list[Owner] = []
    for number in range(1, count + 1):
        order = order or draw.sample(owners, len(owners))
        yield order.pop(), draw_posting(draw, f"demo-{name}-{number:03}")
