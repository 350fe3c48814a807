"""Everything a criterion may ask about one side of a pair."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.engine.parties import Asked


@dataclass(frozen=True, slots=True)
class Facts:
    """One opening or candidacy together with its profile. `None` or empty means: not said.

    id: key of the opening or candidacy; profile_id: whose it is
    governorate: key of the profile's own
    usd_min, usd_max: whole US dollars (a month for pay, in all for money raised)
    hours_overlap: hours a day that should be shared; hours_month: hours a month
    utc_hours, utc_days: masks of 24 UTC hours and 7 UTC weekdays
    answers: how requests are usually answered, one of Profile.Answering; `None`: not known yet
    funded: of an investor the kinds of rounds funded, as codes of `matching.pairings.deeds`
    languages: of a holder those at B2 or better, of a requirer those asked for
    skills: of a holder skill id to level 1..4, or values.RELATED
    asked: of a requirer skill id to importance 1..3 and level 0..4, 0 where any will do
    """

    id: int
    profile_id: int
    country: str = ""
    governorate: int | None = None
    mode: str = ""
    seniority: int | None = None
    usd_min: int | None = None
    usd_max: int | None = None
    weeks: int | None = None
    headcount: int | None = None
    hours_overlap: int | None = None
    hours_month: int | None = None
    experience_years: int | None = None
    utc_hours: int | None = None
    utc_days: int | None = None
    answers: int | None = None
    routes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    funded: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    skills: Mapping[int, int] = field(default_factory=dict)
    asked: Mapping[int, Asked] = field(default_factory=dict)
